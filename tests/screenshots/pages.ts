/** An address a picture, by the name of the picture; `:lang` is the language, and `:link` a guest's own page. */
export const publicPages: Record<string, string> = {
  home: '/:lang',
  event: '/:lang/events/harvard-roundtable-2025',
  agenda: '/:lang/events/harvard-roundtable-2025/agenda',
  session: '/:lang/events/harvard-roundtable-2025/sessions/film-industry',
  speakers: '/:lang/events/harvard-roundtable-2025/speakers',
  speaker: '/:lang/events/harvard-roundtable-2025/speakers/dang-hoang-giang',
  upcoming: '/:lang/events/friends-roundtable',
  festival: '/:lang/events/danaff',
  'festival-agenda': '/:lang/events/danaff/agenda',
  initiative: '/:lang/initiatives/friends-of-film',
  register: '/:lang/events/friends-roundtable/register',
  'not-registering': '/:lang/events/harvard-roundtable-2025/register',
  missing: '/:lang/events/nowhere',
  mailed: '/registrations/mailed?lang=:lang',
  registration: ':link?lang=:lang',
  answers: ':link/answers?lang=:lang',
  cancelling: ':link/cancellation?lang=:lang',
  'own-agenda': ':link/agenda?lang=:lang',
  'sign-in': '/sign-in?lang=:lang',
}

const desk = '/organize/events/friends-roundtable'

/** The same for who is signed in; `:registration` and `:mail` are the first of their lists. */
export const organizerPages: Record<string, string> = {
  events: '/organize',
  'new-event': '/organize/events/new',
  overview: desk,
  registrations: `${desk}/registrations`,
  registration: `${desk}/registrations/:registration`,
  'new-registration': `${desk}/registrations/new`,
  categories: `${desk}/categories`,
  settings: `${desk}/settings`,
  'cancel-event': `${desk}/cancellation`,
  hosts: `${desk}/hosts`,
  outbox: `${desk}/outbox`,
  mail: `${desk}/outbox/:mail`,
  activity: `${desk}/activity`,
  members: '/organize/organizations/vfda/members',
}

/** Who has registered on the pictures. */
export const guests = [
  ['Nguyễn Đăng Quang', 'Hãng phim Sông Hương', 'Đạo diễn', 'delegate'],
  ['Trần Thị Ngọc Ánh', 'Đại học Sân khấu – Điện ảnh', 'Giảng viên', 'guest'],
  ['Lê Hoàng Minh', 'Báo Điện ảnh', 'Phóng viên', 'press'],
  ['Phạm Quỳnh Anh', '', '', 'guest'],
  ['Emily Carter', 'New England Film Office', 'Programme manager', 'delegate'],
  ['Đỗ Thị Mai Hương', 'Truyền hình Đà Nẵng', 'Biên tập viên', 'press'],
  ['Vũ Đức Thịnh', 'Quỹ Phim trẻ', 'Giám đốc', 'delegate'],
  ['Bùi Thanh Tùng', 'Trường quay Hòa Lạc', 'Kỹ sư âm thanh', 'guest'],
] as const
