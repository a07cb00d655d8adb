import { index, type RouteConfig, route } from '@remix-run/route-config'

/** Every address of the app. Who may open which is proved by tests/access.test.ts. */
export default [
  index('features/events/language-redirect.ts', { id: 'root-redirect' }),
  route('events/*', 'features/events/language-redirect.ts', { id: 'events-redirect' }),
  route('initiatives/*', 'features/events/language-redirect.ts', { id: 'initiatives-redirect' }),

  // Public pages
  route(':lang', 'features/events/home.tsx'),
  route(':lang/social.png', 'features/events/house-image.ts'),
  route(':lang/events/:event', 'features/events/event.tsx'),
  route(':lang/events/:event/agenda', 'features/agenda/agenda.tsx'),
  route(':lang/events/:event/sessions/:session', 'features/agenda/session.tsx'),
  route(':lang/events/:event/changes', 'features/publishing/changes.tsx'),
  route(':lang/events/:event/speakers', 'features/people/speakers.tsx'),
  route(':lang/events/:event/speakers/:person', 'features/people/speaker.tsx'),
  route(':lang/events/:event/register', 'features/registration/register.tsx'),
  route(':lang/events/:event/social.png', 'features/events/social-image.ts'),
  route(':lang/initiatives/:initiative', 'features/initiatives/initiative.tsx'),
  route('portraits/:portrait/:file', 'features/people/portrait-image.ts'),

  // Feeds
  route('events/:event/agenda.ics', 'features/calendar/agenda-feed.ts'),
  route('events/:event/changes.atom', 'features/publishing/changes-atom.ts'),
  route('events.ics', 'features/calendar/events-feed.ts'),
  route('events.atom', 'features/events/events-atom.ts'),
  route('sitemap.xml', 'features/events/sitemap.ts'),
  route('robots.txt', 'features/events/robots.ts'),

  // The attendee's own page, by personal link
  route('registrations/mailed', 'features/registration/link-mailed.tsx'),
  route('registrations/:token', 'features/registration/registration.tsx'),
  route('registrations/:token/answers', 'features/registration/answers.tsx'),
  route('registrations/:token/acceptance', 'features/registration/acceptance.ts'),
  route('registrations/:token/cancellation', 'features/registration/cancellation.tsx'),
  route('registrations/:token/language', 'features/registration/language.ts'),
  route('registrations/:token/calendar.ics', 'features/registration/personal-calendar.ts'),
  route('registrations/:token/agenda', 'features/own-agenda/own-agenda.tsx'),
  route('registrations/:token/agenda.ics', 'features/own-agenda/own-feed.ts'),
  route('registrations/:token/sessions/:session/star', 'features/own-agenda/star.ts'),
  route('registrations/:token/sessions/:session/star/removal', 'features/own-agenda/star-removal.ts'),
  route('registrations/:token/sessions/:session/seat', 'features/own-agenda/seat.ts'),
  route('registrations/:token/sessions/:session/seat/removal', 'features/own-agenda/seat-removal.ts'),

  // The speaker's own page, by personal link
  route('speaking/:token', 'features/speaking/speaking.tsx'),
  route('speaking/:token/calendar.ics', 'features/speaking/speaking-calendar.ts'),
  route('speaking/:token/profile', 'features/speaking/profile.tsx'),
  route('speaking/:token/availability', 'features/speaking/availability.tsx'),
  route('speaking/:token/availability/:window/removal', 'features/speaking/availability-removal.ts'),
  route('speaking/:token/sessions/:session/answer', 'features/speaking/answer.ts'),
  route('speaking/:token/sessions/:session/proposal', 'features/speaking/proposal.tsx'),
  route('speaking/:token/sessions/:session/deputy', 'features/speaking/deputy.tsx'),
  route('speaking/:token/slides', 'features/speaking/slides.ts'),
  route('speaking/:token/slides/:slides', 'features/speaking/slides-file.ts'),
  route('speaking/:token/slides/:slides/removal', 'features/speaking/slides-removal.ts'),
  route('speaking/:token/uploads', 'features/speaking/uploads.ts'),
  route('speaking/:token/uploads/:file', 'features/speaking/upload.ts'),
  route('speaking/:token/uploads/:file/parts', 'features/speaking/upload-parts.ts'),

  // Signing in
  route('sign-in', 'features/sign-in/sign-in.tsx'),
  route('sign-in/code', 'features/sign-in/enter-code.tsx'),
  route('sign-in/link/:secret', 'features/sign-in/open-link.tsx'),
  route('sign-out', 'features/sign-in/sign-out.ts'),
  route('sign-out/everywhere', 'features/sign-in/sign-out-everywhere.ts'),

  // Organizers
  route('organize', 'features/events/organize/events.tsx'),
  route('organize/language', 'features/sign-in/organizer-language.ts'),
  route('organize/events/new', 'features/events/organize/new-event.tsx'),
  route('organize/events/:event', 'features/events/organize/event-overview.tsx'),
  route('organize/events/:event/agenda', 'features/agenda/organize/editor.tsx'),
  route('organize/events/:event/agenda/list', 'features/agenda/organize/session-list.tsx'),
  route('organize/events/:event/agenda/edits', 'features/agenda/organize/edits.ts'),
  route('organize/events/:event/agenda/live', 'features/agenda/organize/live.ts'),
  route('organize/events/:event/agenda/clashes', 'features/agenda/organize/clashes.tsx'),
  route('organize/events/:event/agenda/sessions/new', 'features/agenda/organize/new-session.tsx'),
  route('organize/events/:event/agenda/sessions/:session', 'features/agenda/organize/session.tsx'),
  route(
    'organize/events/:event/agenda/sessions/:session/dropping',
    'features/agenda/organize/session-dropping.ts',
  ),
  route('organize/events/:event/agenda/rooms', 'features/agenda/organize/rooms.tsx'),
  route('organize/events/:event/agenda/rooms/:room', 'features/agenda/organize/room.tsx'),
  route('organize/events/:event/agenda/rooms/:room/removal', 'features/agenda/organize/room-removal.ts'),
  route('organize/events/:event/agenda/tracks', 'features/agenda/organize/tracks.tsx'),
  route('organize/events/:event/agenda/tracks/:track', 'features/agenda/organize/track.tsx'),
  route('organize/events/:event/agenda/tracks/:track/removal', 'features/agenda/organize/track-removal.ts'),
  route('organize/events/:event/answers', 'features/answers/organize/answers.tsx'),
  route('organize/events/:event/answers/:mail/acceptance', 'features/answers/organize/mail-acceptance.ts'),
  route('organize/events/:event/answers/:mail/dismissal', 'features/answers/organize/mail-dismissal.ts'),
  route(
    'organize/events/:event/answers/proposals/:proposal/acceptance',
    'features/answers/organize/proposal-acceptance.ts',
  ),
  route(
    'organize/events/:event/answers/proposals/:proposal/refusal',
    'features/answers/organize/proposal-refusal.ts',
  ),
  route('organize/events/:event/slides/:slides', 'features/speaking/event-slides.ts'),
  route('organize/events/:event/settings', 'features/events/organize/settings.tsx'),
  route('organize/events/:event/publication', 'features/events/organize/publication.ts'),
  route('organize/events/:event/cancellation', 'features/events/organize/cancellation.tsx'),
  route('organize/events/:event/categories', 'features/events/organize/categories.tsx'),
  route('organize/events/:event/categories/:category', 'features/events/organize/category.tsx'),
  route(
    'organize/events/:event/categories/:category/removal',
    'features/events/organize/category-removal.ts',
  ),
  route('organize/events/:event/hosts', 'features/organizations/hosts.tsx'),
  route('organize/events/:event/hosts/:organization/withdrawal', 'features/organizations/host-withdrawal.ts'),
  route('organize/events/:event/registrations', 'features/registration/organize/registrations.tsx'),
  route('organize/events/:event/registrations/new', 'features/registration/organize/new-registration.tsx'),
  route('organize/events/:event/registrations.csv', 'features/registration/organize/registrations-csv.ts'),
  route('organize/events/:event/registrations.xlsx', 'features/registration/organize/registrations-xlsx.ts'),
  route(
    'organize/events/:event/registrations/:registration',
    'features/registration/organize/registration.tsx',
  ),
  route(
    'organize/events/:event/registrations/:registration/approval',
    'features/registration/organize/approval.ts',
  ),
  route(
    'organize/events/:event/registrations/:registration/decline',
    'features/registration/organize/decline.ts',
  ),
  route(
    'organize/events/:event/registrations/:registration/cancellation',
    'features/registration/organize/cancellation.ts',
  ),
  route(
    'organize/events/:event/registrations/:registration/promotion',
    'features/registration/organize/promotion.ts',
  ),
  route(
    'organize/events/:event/registrations/:registration/resend',
    'features/registration/organize/resend.ts',
  ),
  route('organize/events/:event/agenda/invitations', 'features/invitations/organize/invitations.tsx'),
  route('organize/events/:event/agenda/invitations/requests', 'features/invitations/organize/request.ts'),
  route('organize/events/:event/agenda/invitations/links', 'features/invitations/organize/link.ts'),
  route(
    'organize/events/:event/agenda/invitations/:invitation',
    'features/invitations/organize/invitation.tsx',
  ),
  route(
    'organize/events/:event/agenda/invitations/:invitation/resend',
    'features/invitations/organize/resend.ts',
  ),
  route(
    'organize/events/:event/agenda/invitations/:invitation/renewal',
    'features/invitations/organize/renewal.ts',
  ),
  route('organize/events/:event/agenda/publication', 'features/publishing/organize/publication.tsx'),
  route('organize/events/:event/outbox', 'features/mail/outbox.tsx'),
  route('organize/events/:event/outbox/test', 'features/mail/test-mail.ts'),
  route('organize/events/:event/outbox/:mail', 'features/mail/mail.tsx'),
  route('organize/events/:event/outbox/:mail/resend', 'features/mail/resend.ts'),
  route('organize/events/:event/activity', 'features/events/organize/activity.tsx'),
  route('organize/organizations/:organization/members', 'features/organizations/members.tsx'),
  route(
    'organize/organizations/:organization/members/:account/role',
    'features/organizations/member-role.ts',
  ),
  route(
    'organize/organizations/:organization/members/:account/removal',
    'features/organizations/member-removal.ts',
  ),

  // Mail that comes in
  route('inbound/mail', 'features/answers/inbound-mail.ts'),

  // Operation
  route('health/live', 'features/operation/live.ts'),
  route('health/ready', 'features/operation/ready.ts'),
  route('metrics', 'features/operation/metrics.ts'),
  route('*', 'features/operation/not-found.tsx'),
] satisfies RouteConfig
