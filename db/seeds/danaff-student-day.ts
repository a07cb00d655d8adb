import { danaffFirstDay, danaffZone } from './danaff.ts'
import { studentVenue } from './danaff-places.ts'
import { localDay, movedBy } from './days.ts'
import { studentDayCover } from './drawings/covers.ts'
import { paragraphs, type SeedEvent } from './world.ts'

/** An invented day within the festival, with categories that ask for a school's address or a code. */
export function danaffStudentDay(now: Date): SeedEvent {
  const day = movedBy(danaffFirstDay(now), 2)
  return {
    slug: 'danaff-student-day',
    kind: 'screening-day',
    parent: 'danaff',
    title: { vi: 'Ngày chiếu phim cho sinh viên', en: 'Student Screening Day' },
    summary: {
      vi: 'Một buổi sáng trong khuôn khổ DANAFF dành cho sinh viên: xem phim và trò chuyện với người làm phim.',
      en: 'A morning of DANAFF for students: a film, and a talk with those who make films.',
    },
    description: {
      vi: paragraphs(
        'Sinh viên đăng ký bằng địa chỉ email của trường (kết thúc bằng edu.vn). Giảng viên và khách của trường dùng mã do ban tổ chức cung cấp; mã minh họa là SINHVIEN.',
        'Đây là sự kiện minh họa: ngày giờ, địa điểm, phòng, nhan đề phim và diễn giả đều là minh họa.',
      ),
      en: paragraphs(
        'Students register with the mail address of their school (ending in edu.vn). Teachers and guests of a school use a code that the hosts hand out; the illustrative code is SINHVIEN.',
        'This is an illustrative event: the date, times and rooms, the place, the film title and the speakers are illustrative.',
      ),
    },
    notice: {
      vi: 'Sự kiện minh họa: ngày giờ, địa điểm, phim và diễn giả do chúng tôi đặt ra.',
      en: 'Illustrative event: the date, the place, the film and the speakers are invented.',
    },
    timeZone: danaffZone,
    venue: studentVenue,
    accent: '#6b3a7d',
    cover: studentDayCover,
    contactEmail: 'danaff@example.org',
    hosts: ['vfda'],
    starts: `${day}T08:30`,
    ends: `${day}T11:30`,
    capacity: 180,
    waitlist: true,
    registration: { opens: `${localDay(now, danaffZone, -1)}T08:00`, closes: `${movedBy(day, -1)}T18:00` },
    rooms: [{ key: 'hall', name: { vi: 'Hội trường', en: 'Hall' }, capacity: 180 }],
    tracks: [],
    sessions: [
      {
        slug: 'welcome',
        kind: 'ceremony',
        title: { vi: 'Chào mừng sinh viên', en: 'Welcome to the students' },
        room: 'hall',
        languages: ['vi'],
        starts: `${day}T08:30`,
        ends: `${day}T08:45`,
        appearances: [],
      },
      {
        slug: 'film',
        kind: 'screening',
        title: { vi: 'Bài kiểm tra cuối kỳ', en: 'The Last Exam of Term' },
        abstract: {
          vi: 'Bốn người bạn làm phim tốt nghiệp bằng một chiếc điện thoại vỡ màn hình.',
          en: 'Four friends shoot their diploma film on a telephone with a broken screen.',
        },
        room: 'hall',
        languages: ['vi', 'en'],
        starts: `${day}T08:45`,
        ends: `${day}T10:25`,
        appearances: [],
      },
      {
        slug: 'first-film',
        kind: 'talk',
        title: { vi: 'Làm bộ phim đầu tay', en: 'Making a first film' },
        abstract: {
          vi: 'Từ ý tưởng đến buổi chiếu đầu tiên, qua câu hỏi của sinh viên.',
          en: 'From the idea to the first screening, by way of the students’ questions.',
        },
        room: 'hall',
        languages: ['vi'],
        starts: `${day}T10:30`,
        ends: `${day}T11:30`,
        appearances: [
          { person: 'do-ngoc-an', role: 'speaker', minutes: 25 },
          { person: 'phung-dac-nghia', role: 'moderator', minutes: 15 },
        ],
      },
    ],
    categories: [
      {
        code: 'student',
        name: { vi: 'Sinh viên', en: 'Student' },
        description: {
          vi: 'Cần địa chỉ email của trường, kết thúc bằng edu.vn.',
          en: 'Needs a school’s mail address that ends in edu.vn.',
        },
        capacity: 150,
        emailDomains: ['edu.vn'],
      },
      {
        code: 'school-guest',
        name: { vi: 'Giảng viên và khách của trường', en: 'Teachers and guests of a school' },
        description: { vi: 'Cần mã do ban tổ chức cung cấp.', en: 'Needs a code from the hosts.' },
        capacity: 30,
        accessCode: 'SINHVIEN',
      },
    ],
  }
}
