import type { Right } from '#app/shared/permissions/rights.ts'

/**
 * Who may do something at an address: anyone; whoever is signed in, or is not yet; whoever has a right at the event or in the
 * organization that the address names, or in any organization. A number is an answer that everybody gets.
 */
export type Who =
  | 'anyone'
  | 'signed-in'
  | 'signed-out'
  | Right
  | `organization ${Right}`
  | `anywhere ${Right}`
  | number

/** Nobody may do what is not named: the answer is 405. */
export type Rule = { get?: Who; post?: Who }

const reading: Rule = { get: 'anyone' }
const redirecting: Rule = { get: 302 }
/** The holder of the token in the address, whoever that is. */
const byToken: Rule = { get: 'anyone', post: 'anyone' }
const step: Rule = { get: 'registrations.read', post: 'registrations.manage' }

export const rules: Record<string, Rule> = {
  '': redirecting,
  'events/*': redirecting,
  'initiatives/*': redirecting,

  ':lang': reading,
  ':lang/social.png': reading,
  ':lang/events/:event': reading,
  ':lang/events/:event/agenda': reading,
  ':lang/events/:event/agenda.pdf': reading,
  ':lang/events/:event/sessions/:session': reading,
  ':lang/events/:event/changes': reading,
  ':lang/events/:event/speakers': reading,
  ':lang/events/:event/speakers/:person': reading,
  ':lang/events/:event/recap': { get: 404 },
  ':lang/events/:event/recap/social.png': { get: 404 },
  ':lang/events/:event/recap/press-kit.zip': { get: 404 },
  ':lang/events/:event/register': { get: 'anyone', post: 'anyone' },
  ':lang/events/:event/social.png': reading,
  ':lang/initiatives/:initiative': reading,
  'slides/:slides': { get: 404 },
  'pictures/:picture/:file': { get: 404 },
  'portraits/:portrait/:file': { get: 404 },

  'events/:event/agenda.json': reading,
  'events/:event/agenda.xml': reading,
  'embed/events/:event': reading,
  'embed/events/:event/script.js': reading,
  oembed: { get: 404 },
  'events/:event/agenda.ics': reading,
  'events/:event/changes.atom': reading,
  'events.ics': reading,
  'events.atom': reading,
  'sitemap.xml': reading,
  'robots.txt': reading,

  'registrations/mailed': reading,
  'registrations/:token': { get: 'anyone' },
  'registrations/:token/answers': byToken,
  'registrations/:token/acceptance': { post: 'anyone' },
  'registrations/:token/cancellation': byToken,
  'registrations/:token/language': { post: 'anyone' },
  'registrations/:token/calendar.ics': { get: 'anyone' },
  'registrations/:token/agenda': { get: 'anyone' },
  'registrations/:token/agenda.ics': { get: 'anyone' },
  // Of an agenda that is not published there is nothing to mark.
  'registrations/:token/sessions/:session/star': { post: 404 },
  'registrations/:token/sessions/:session/star/removal': { post: 'anyone' },
  'registrations/:token/sessions/:session/seat': { post: 'anyone' },
  'registrations/:token/sessions/:session/seat/removal': { post: 'anyone' },

  'speaking/:token': { get: 'anyone' },
  'speaking/:token/calendar.ics': { get: 'anyone' },
  'speaking/:token/profile': byToken,
  'speaking/:token/portrait': { post: 400 },
  'speaking/:token/availability': byToken,
  'speaking/:token/availability/:window/removal': { post: 'anyone' },
  'speaking/:token/sessions/:session/answer': { post: 400 },
  'speaking/:token/sessions/:session/proposal': byToken,
  'speaking/:token/sessions/:session/deputy': byToken,
  'speaking/:token/words': byToken,
  'speaking/:token/slides': { post: 400 },
  'speaking/:token/slides/:slides': { get: 'anyone' },
  'speaking/:token/slides/:slides/removal': { post: 'anyone' },
  'speaking/:token/uploads': { post: 400 },
  'speaking/:token/uploads/:file': { get: 'anyone' },
  'speaking/:token/uploads/:file/parts': { post: 'anyone' },

  'inbound/mail': { post: 404 },

  'sign-in': { get: 'signed-out', post: 'signed-out' },
  'sign-in/code': { get: 302, post: 303 },
  'sign-in/link/:secret': { get: 410, post: 409 },
  'sign-out': { post: 'signed-in' },
  'sign-out/everywhere': { post: 'signed-in' },

  organize: { get: 'signed-in' },
  'organize/language': { post: 'signed-in' },
  // Whose organization the new event belongs to is a field of the form.
  'organize/events/new': { get: 'anywhere event.edit', post: 'signed-in' },
  'organize/events/:event': { get: 'event.read' },
  // The event of the world is a draft: nobody asks there.
  'floor/:code': { get: 404, post: 404 },
  'floor/:code/votes': { post: 404 },
  'organize/events/:event/floor': { get: 'live.run' },
  'organize/events/:event/floor/:session': { get: 'live.run', post: 'live.run' },
  'organize/events/:event/floor/:session/opening': { post: 'live.run' },
  'organize/events/:event/floor/:session/closing': { post: 'live.run' },
  'organize/events/:event/notes/approvals': { get: 'notes.write', post: 'notes.approve' },
  'organize/events/:event/notes/approvals/requests': { post: 'notes.approve' },
  'organize/events/:event/recap/pictures': { get: 'recap.edit', post: 'recap.edit' },
  'organize/events/:event/recap/pictures/:picture': { get: 'recap.edit', post: 'recap.edit' },
  'organize/events/:event/recap/pictures/:picture/place': { post: 'recap.edit' },
  'organize/events/:event/recap/pictures/:picture/removal': { post: 'recap.edit' },
  'organize/events/:event/settings': { get: 'event.edit', post: 'event.edit' },
  'organize/events/:event/publication': { post: 'event.edit' },
  'organize/events/:event/cancellation': { get: 'event.edit', post: 'event.edit' },
  'organize/events/:event/agenda': { get: 'agenda.edit' },
  'organize/events/:event/agenda/list': { get: 'agenda.edit', post: 'agenda.edit' },
  'organize/events/:event/agenda/edits': { post: 'agenda.edit' },
  'organize/events/:event/agenda/live': { get: 'agenda.edit' },
  'organize/events/:event/agenda/import': { get: 'agenda.edit', post: 'agenda.edit' },
  'organize/events/:event/agenda/import/:import': { get: 'agenda.edit', post: 'agenda.edit' },
  'organize/events/:event/agenda/import/:import/application': { post: 'agenda.edit' },
  'organize/events/:event/agenda/clashes': { get: 'agenda.edit' },
  'organize/events/:event/agenda/sessions/new': { get: 'agenda.edit', post: 'agenda.edit' },
  'organize/events/:event/agenda/sessions/:session': { get: 'agenda.edit', post: 'agenda.edit' },
  'organize/events/:event/agenda/sessions/:session/dropping': { post: 'agenda.edit' },
  'organize/events/:event/agenda/rooms': { get: 'agenda.edit', post: 'agenda.edit' },
  'organize/events/:event/agenda/rooms/:room': { get: 'agenda.edit', post: 'agenda.edit' },
  'organize/events/:event/agenda/rooms/:room/removal': { post: 'agenda.edit' },
  'organize/events/:event/agenda/tracks': { get: 'agenda.edit', post: 'agenda.edit' },
  'organize/events/:event/agenda/tracks/:track': { get: 'agenda.edit', post: 'agenda.edit' },
  'organize/events/:event/agenda/tracks/:track/removal': { post: 'agenda.edit' },
  'organize/events/:event/answers': { get: 'agenda.edit' },
  'organize/events/:event/answers/:held/acceptance': { post: 'agenda.edit' },
  'organize/events/:event/answers/:held/dismissal': { post: 'agenda.edit' },
  'organize/events/:event/answers/proposals/:proposal/acceptance': { post: 'agenda.edit' },
  'organize/events/:event/answers/proposals/:proposal/refusal': { post: 'agenda.edit' },
  'organize/events/:event/slides/:slides': { get: 'agenda.edit' },
  'organize/events/:event/people': { get: 'people.read' },
  'organize/events/:event/people/new': { get: 'people.edit', post: 'people.edit' },
  'organize/events/:event/people/import': { get: 'people.edit', post: 'people.edit' },
  'organize/events/:event/people/duplicates': { get: 'people.edit' },
  'organize/events/:event/people/merges/:merge/undo': { post: 'people.edit' },
  'organize/events/:event/people/:person': { get: 'people.read', post: 'people.edit' },
  'organize/events/:event/people/:person/merge/:other': { get: 'people.edit', post: 'people.edit' },
  'organize/events/:event/people/:person/distinct/:other': { post: 'people.edit' },
  'organize/events/:event/people/:person/distinct/:other/removal': { post: 'people.edit' },
  'organize/events/:event/people/:person/portrait': { post: 'people.edit' },
  'organize/events/:event/people/:person/portrait/removal': { post: 'people.edit' },
  'organize/events/:event/categories': { get: 'event.edit', post: 'event.edit' },
  'organize/events/:event/categories/:category': { get: 'event.edit', post: 'event.edit' },
  'organize/events/:event/categories/:category/removal': { post: 'event.edit' },
  'organize/events/:event/hosts': { get: 'event.read', post: 'hosts.edit' },
  'organize/events/:event/hosts/:organization/withdrawal': { post: 'hosts.edit' },
  'organize/events/:event/registrations': { get: 'registrations.read' },
  'organize/events/:event/registrations/new': { get: 'registrations.manage', post: 'registrations.manage' },
  'organize/events/:event/registrations.csv': { get: 'registrations.manage' },
  'organize/events/:event/registrations.xlsx': { get: 'registrations.manage' },
  'organize/events/:event/registrations/:registration': { get: 'registrations.read' },
  'organize/events/:event/registrations/:registration/approval': step,
  'organize/events/:event/registrations/:registration/decline': step,
  'organize/events/:event/registrations/:registration/cancellation': step,
  'organize/events/:event/registrations/:registration/promotion': step,
  'organize/events/:event/registrations/:registration/resend': step,
  'organize/events/:event/agenda/invitations': { get: 'agenda.edit' },
  'organize/events/:event/agenda/invitations/requests': { post: 'agenda.edit' },
  'organize/events/:event/agenda/invitations/links': { post: 'agenda.edit' },
  'organize/events/:event/agenda/invitations/:invitation': { get: 'agenda.edit', post: 'agenda.edit' },
  'organize/events/:event/agenda/invitations/:invitation/resend': { post: 'agenda.edit' },
  'organize/events/:event/agenda/invitations/:invitation/renewal': { post: 'agenda.edit' },
  'organize/events/:event/agenda/publication': { get: 'agenda.edit', post: 'agenda.edit' },
  'organize/events/:event/outbox': { get: 'outbox.read' },
  'organize/events/:event/outbox/test': { post: 'outbox.send' },
  'organize/events/:event/outbox/:mail': { get: 'outbox.read' },
  'organize/events/:event/outbox/:mail/resend': { post: 'outbox.send' },
  'organize/events/:event/activity': { get: 'activity.read' },
  'organize/organizations/:organization/members': {
    get: 'organization members.read',
    post: 'organization members.edit',
  },
  'organize/organizations/:organization/members/:account/role': { post: 'organization members.edit' },
  'organize/organizations/:organization/members/:account/removal': { post: 'organization members.edit' },

  'health/live': reading,
  'health/ready': reading,
  metrics: reading,
  '*': { get: 404 },
}
