import { index, layout, prefix, type RouteConfig, route } from '@remix-run/route-config'
import { eventDesk, eventDeskFiles } from './event-desk-routes.ts'

/** Every address of the app. Who may open which is proved by tests/access/. */
export default [
  index('features/events/language-redirect.ts', { id: 'root-redirect' }),
  route('events/*', 'features/events/language-redirect.ts', { id: 'events-redirect' }),
  route('initiatives/*', 'features/events/language-redirect.ts', { id: 'initiatives-redirect' }),
  route('lists/*', 'features/events/language-redirect.ts', { id: 'lists-redirect' }),

  // Public pages
  route(':lang', 'features/events/home.tsx'),
  route(':lang/social.png', 'features/events/pictures/house-image.ts'),
  layout('public/event-errors.tsx', [
    route(':lang/events/:event', 'features/events/event.tsx'),
    route(':lang/events/:event/agenda', 'features/agenda/agenda.tsx'),
    route(':lang/events/:event/sessions/:session', 'features/agenda/session.tsx'),
    route(':lang/events/:event/changes', 'features/publishing/changes.tsx'),
    route(':lang/events/:event/speakers', 'features/people/speakers.tsx'),
    route(':lang/events/:event/speakers/:person', 'features/people/speaker.tsx'),
    route(':lang/events/:event/venues/:venue', 'features/venues/venue.tsx'),
    route(':lang/events/:event/live', 'features/live/display.tsx'),
    route(':lang/events/:event/live/clock', 'features/live/clock.tsx'),
    route(':lang/events/:event/live/now', 'features/live/now.tsx'),
    route(':lang/events/:event/live/rooms/:room', 'features/live/display.tsx', { id: 'live-room-display' }),
    route(':lang/events/:event/live/rooms/:room/clock', 'features/live/clock.tsx', { id: 'live-room-clock' }),
    route(':lang/events/:event/recap', 'features/recap/recap.tsx'),
    route(':lang/events/:event/find', 'features/registration/find.tsx'),
    route(':lang/events/:event/opening', 'features/registration/opening/opening.tsx'),
    route(':lang/events/:event/privacy', 'features/events/event-privacy.tsx'),
    route(':lang/events/:event/*', 'features/operation/not-found.tsx', { id: 'event-not-found' }),
  ]),
  route(':lang/events/:event/agenda.pdf', 'features/agenda/agenda-pdf.ts'),
  route(':lang/events/:event/recap/social.png', 'features/recap/recap-image.ts'),
  route(':lang/events/:event/recap/press-kit.zip', 'features/recap/press-kit-file.ts'),
  route(':lang/events/:event/register', 'features/registration/register.tsx'),
  route(':lang/events/:event/social.png', 'features/events/pictures/event-image.ts'),
  route(':lang/privacy', 'features/events/privacy.tsx'),
  route(':lang/initiatives/:initiative', 'features/initiatives/initiative.tsx'),
  route(':lang/lists/:list', 'features/lists/list-page.tsx'),
  route('slides/:slides', 'features/speaking/slides/public-slides.ts'),
  // What a counted link leads to is answered before (app/server/web/link-visits.server.ts)
  route('go/:file', 'features/links/link-picture-file.ts'),
  route('pictures/:picture/:file', 'features/pictures/picture-file.ts'),
  route('portraits/:portrait/:file', 'features/people/portrait-file.ts'),

  // Feeds
  route('events/:event/agenda.json', 'features/exchange/agenda-json.ts'),
  route('events/:event/agenda.xml', 'features/exchange/agenda-xml.ts'),
  route('embed/events/:event', 'features/exchange/embed.tsx'),
  route('embed/events/:event/script.js', 'features/exchange/embed-script.ts'),
  route('oembed', 'features/exchange/oembed.ts'),
  route('events/:event/live/stream', 'features/live/stream.ts'),
  route('events/:event/agenda.ics', 'features/calendar/agenda-feed.ts'),
  route('events/:event/event.ics', 'features/calendar/event-file.ts'),
  route('events/:event/sessions/:session/session.ics', 'features/calendar/session-file.ts'),
  route('events/:event/changes.atom', 'features/publishing/changes-atom.ts'),
  route('events.ics', 'features/calendar/events-feed.ts'),
  route('events.atom', 'features/events/feeds/events-atom.ts'),
  route('sitemap.xml', 'features/events/feeds/sitemap.ts'),
  route('robots.txt', 'features/events/feeds/robots.ts'),

  // The attendee's own page, by personal link
  route('registrations/mailed', 'features/registration/link-mailed.tsx'),
  layout('public/attendee-frame.tsx', [
    layout('public/personal-errors.tsx', { id: 'public/attendee-errors' }, [
      route('registrations/:token', 'features/registration/registration.tsx'),
      route('registrations/:token/answers', 'features/registration/answers.tsx'),
      route('registrations/:token/address', 'features/registration/new-address.tsx'),
      route('registrations/:token/category', 'features/registration/category.tsx'),
      route('registrations/:token/acceptance', 'features/registration/acceptance.ts'),
      route('registrations/:token/cancellation', 'features/registration/cancellation.tsx'),
      route('registrations/:token/renewal', 'features/registration/renewal.ts'),
      route('registrations/:token/companions', 'features/registration/companions/companions.tsx'),
      route('registrations/:token/reminders', 'features/registration/reminders/reminders.tsx'),
      route('registrations/:token/feedback', 'features/afterwards/feedback/feedback.tsx'),
      route('registrations/:token/language', 'features/registration/language.ts'),
      route('registrations/:token/agenda', 'features/own-agenda/own-agenda.tsx'),
      route('registrations/:token/sessions/:session/star', 'features/own-agenda/star.ts'),
      route('registrations/:token/sessions/:session/star/removal', 'features/own-agenda/star-removal.ts'),
      route('registrations/:token/sessions/:session/seat', 'features/own-agenda/seat.ts'),
      route('registrations/:token/sessions/:session/seat/removal', 'features/own-agenda/seat-removal.ts'),
      route('registrations/:token/*', 'features/operation/not-found.tsx', { id: 'attendee-not-found' }),
    ]),
  ]),
  route('openings/:token', 'features/registration/opening/opening-wish.tsx'),
  route('registrations/:token/address-proof', 'features/registration/address-proof.tsx'),
  route('registrations/:token/ticket.pdf', 'features/ticket/ticket-pdf.ts'),
  route('registrations/:token/ticket.pkpass', 'features/ticket/apple-wallet.ts'),
  route('registrations/:token/google-wallet', 'features/ticket/google-wallet.ts'),
  route('registrations/:token/calendar.ics', 'features/registration/personal-calendar.ts'),
  route('registrations/:token/agenda.ics', 'features/own-agenda/own-feed.ts'),

  // The speaker's own page, by personal link
  layout('public/speaking-frame.tsx', [
    layout('public/personal-errors.tsx', { id: 'public/speaking-errors' }, [
      route('speaking/:token', 'features/speaking/speaking.tsx'),
      route('speaking/:token/renewal', 'features/speaking/renewal.ts'),
      route('speaking/:token/profile', 'features/speaking/profile.tsx'),
      route('speaking/:token/portrait', 'features/speaking/own-portrait.tsx'),
      route('speaking/:token/availability', 'features/speaking/availability.tsx'),
      route('speaking/:token/availability/:window/removal', 'features/speaking/availability-removal.ts'),
      route('speaking/:token/sessions/:session/answer', 'features/speaking/answer.tsx'),
      route('speaking/:token/sessions/:session/proposal', 'features/speaking/proposal.tsx'),
      route('speaking/:token/sessions/:session/room', 'features/live/speaking-moderator.tsx'),
      route('speaking/:token/sessions/:session/deputy', 'features/speaking/deputy.tsx'),
      route('speaking/:token/sessions/:session/deputy/removal', 'features/speaking/deputy-removal.ts'),
      route(
        'speaking/:token/sessions/:session/deputy/restoration',
        'features/speaking/deputy-restoration.ts',
      ),
      route('speaking/:token/words', 'features/notes/words.tsx'),
      route('speaking/:token/slides', 'features/speaking/slides/own-slides.tsx'),
      route('speaking/:token/slides/:slides/removal', 'features/speaking/slides/slides-removal.ts'),
      route('speaking/:token/*', 'features/operation/not-found.tsx', { id: 'speaking-not-found' }),
    ]),
  ]),
  route('speaking/:token/calendar.ics', 'features/speaking/speaking-calendar.ts'),
  route('speaking/:token/slides/:slides', 'features/speaking/slides/slides-file.ts'),
  route('speaking/:token/uploads', 'features/speaking/slides/begin-upload.ts'),
  route('speaking/:token/uploads/:file', 'features/speaking/slides/upload.ts'),
  route('speaking/:token/uploads/:file/parts', 'features/speaking/slides/upload-parts.ts'),

  // What an organization may send, by the links in its mails
  route('subscriptions/:token', 'features/lists/confirmation.tsx'),
  route('subscriptions/:token/refusal', 'features/lists/refusal.ts'),
  route('unsubscribe/:token', 'features/lists/unsubscribe.tsx'),
  route('preferences/:token', 'features/lists/preferences.tsx'),
  route('preferences/:token/leaving', 'features/lists/leaving.ts'),

  // Questions from the floor, by the code on the screen
  route('floor/:code', 'features/floor/floor-page.tsx'),
  route('floor/:code/votes', 'features/floor/votes.ts'),

  // Signing in, and joining an organization by the mailed link
  route('sign-in', 'features/sign-in/sign-in.tsx'),
  route('sign-in/code', 'features/sign-in/enter-code.tsx'),
  route('sign-in/link/:secret', 'features/sign-in/open-link.tsx'),
  route('sign-out', 'features/sign-in/signing-out.ts'),
  route('sign-out/everywhere', 'features/sign-in/signing-out-everywhere.ts'),

  route('memberships/:token', 'features/organizations/membership.tsx'),

  // Organizers: what stands in the frame of the desk, steps among it, so that what is refused is told inside it
  layout('organize/desk.tsx', [
    layout('organize/desk-errors.tsx', [
      route('organize', 'features/events/organize/own-events.tsx'),
      route('organize/language', 'features/sign-in/organizer-language.ts'),
      route('organize/notes', 'features/notes/organize/search.tsx'),
      route('organize/events/new', 'features/events/organize/settings/new-event.tsx'),
      route('organize/acts/:act', 'features/acts/organize/act.tsx'),
      ...prefix('organize/organizations/:organization', [
        route('host-requests/:hosting/acceptance', 'features/organizations/organize/hosting-acceptance.ts'),
        route('host-requests/:hosting/refusal', 'features/organizations/organize/hosting-refusal.ts'),
        route('contact-proposals/:contact/acceptance', 'features/people/organize/contact-acceptance.ts'),
        route('contact-proposals/:contact/refusal', 'features/people/organize/contact-refusal.ts'),
        route('campaigns', 'features/campaigns/organize/campaigns.tsx'),
        route('campaigns/:campaign', 'features/campaigns/organize/campaign-page.tsx'),
        ...prefix('campaigns/:campaign', [
          route('audience', 'features/campaigns/organize/audience.tsx'),
          route('message', 'features/campaigns/organize/message.tsx'),
          route('recipients', 'features/campaigns/organize/recipients.tsx'),
          route('sending', 'features/campaigns/organize/sending.tsx'),
          route('step', 'features/campaigns/organize/campaign-step.ts'),
          route('stop', 'features/campaigns/organize/stop.tsx'),
          route('trial', 'features/campaigns/organize/trial.ts'),
        ]),
        route('demo', 'features/events/organize/demo/demo-removal.tsx'),
        route('logo', 'features/pictures/organize/logo.tsx'),
        route('logo/:ground/removal', 'features/pictures/organize/logo-removal.ts'),
        route('suppressions', 'features/bounces/organize/suppression-list.tsx'),
        route('suppressions/:suppression', 'features/bounces/organize/suppression-page.tsx'),
        route('suppressions/domains/:domain/resumption', 'features/bounces/organize/domain-resumption.ts'),
        route('lists', 'features/lists/organize/all-lists.tsx'),
        route('lists/:list', 'features/lists/organize/list-contacts.tsx'),
        ...prefix('lists/:list', [
          route('settings', 'features/lists/organize/list-settings.tsx'),
          route('archiving', 'features/lists/organize/archiving.ts'),
          route('reopening', 'features/lists/organize/reopening.ts'),
          route('import', 'features/lists/organize/import-page.tsx'),
        ]),
        route('contacts/:owner', 'features/lists/organize/one-contact.tsx'),
        ...prefix('contacts/:owner', [
          route('resend', 'features/lists/organize/resend.ts'),
          route('erasure', 'features/lists/organize/erasure.tsx'),
        ]),
        route('members', 'features/organizations/organize/members.tsx'),
        ...prefix('members/invitations/:membership', [
          route('resend', 'features/organizations/organize/member-invitation-resend.ts'),
          route('withdrawal', 'features/organizations/organize/member-invitation-withdrawal.ts'),
        ]),
        route('members/:account/role', 'features/organizations/organize/member-role.ts'),
        route('members/:account/removal', 'features/organizations/organize/member-removal.ts'),
      ]),
      route('organize/*', 'features/operation/not-found.tsx', { id: 'desk-not-found' }),
      route('organize/events/:event', 'features/events/organize/event-overview.tsx'),
      ...prefix('organize/events/:event', eventDesk),
    ]),
  ]),

  // For scripts, files and streams of the desk
  ...prefix('organize/events/:event', eventDeskFiles),
  route(
    'organize/organizations/:organization/lists/:list/contacts.csv',
    'features/lists/organize/contacts-csv.ts',
  ),

  // Operation, and mail that comes in
  route('inbound/mail', 'features/answers/receive-mail.ts'),
  route('health/live', 'features/operation/live.ts'),
  route('health/ready', 'features/operation/ready.ts'),
  route('metrics', 'features/operation/metrics.ts'),
  route('*', 'features/operation/not-found.tsx'),
] satisfies RouteConfig
