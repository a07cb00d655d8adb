import type { Right } from '#app/shared/permissions/rights.ts'
import { deskRules } from './desk-rules.ts'
import { initiativeRules } from './initiative-rules.ts'
import { supporterRules } from './supporter-rules.ts'

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

export const rules: Record<string, Rule> = {
  '': redirecting,
  'events/*': redirecting,
  'initiatives/*': redirecting,
  'indices/*': redirecting,
  'lists/*': redirecting,
  ':lang': reading,
  ':lang/social.png': reading,
  ':lang/events/:event': reading,
  ':lang/events/:event/agenda': reading,
  ':lang/events/:event/agenda.pdf': reading,
  ':lang/events/:event/sessions/:session': reading,
  ':lang/events/:event/changes': reading,
  ':lang/events/:event/speakers': reading,
  ':lang/events/:event/speakers/:person': reading,
  // The venue of the world is named by its id, as on the desk.
  ':lang/events/:event/venues/:venue': { get: 404 },
  ':lang/events/:event/films': reading,
  ':lang/events/:event/awards': reading,
  // Film and section of the world are another event's.
  ':lang/events/:event/films/:film': { get: 404 },
  ':lang/events/:event/sections/:section': { get: 404 },
  ':lang/events/:event/live': reading,
  ':lang/events/:event/live/clock': reading,
  ':lang/events/:event/live/now': reading,
  // The room of the world is another event's.
  ':lang/events/:event/live/rooms/:room': { get: 404 },
  ':lang/events/:event/live/rooms/:room/clock': { get: 404 },
  ':lang/events/:event/recap': reading,
  ':lang/events/:event/recap/social.png': reading,
  ':lang/events/:event/recap/press-kit.zip': reading,
  ':lang/events/:event/register': { get: 'anyone', post: 'anyone' },
  ':lang/events/:event/opening': { get: 'anyone', post: 'anyone' },
  ':lang/events/:event/find': { get: 'anyone', post: 'anyone' },
  ':lang/events/:event/privacy': reading,
  ':lang/privacy': reading,
  ':lang/events/:event/social.png': reading,
  ':lang/initiatives': reading,
  ':lang/initiatives/:initiative': reading,
  ':lang/initiatives/:initiative/social.png': reading,
  ':lang/initiatives/:initiative/cities': reading,
  ':lang/indices/:index': reading,
  ':lang/indices/:index/:edition': reading,
  ':lang/indices/:index/places/:unit': reading,
  'indices/:file': reading,
  'embed/indices/:index': reading,
  ':lang/lists/:list': { get: 'anyone', post: 'anyone' },
  'documents/:document': { get: 404 },
  'slides/:slides': { get: 404 },
  'go/:file': { get: 404 },
  'pictures/:picture/:file': { get: 404 },
  'portraits/:portrait/:file': { get: 404 },
  'initiatives/:initiative/news.atom': reading,
  'events/:event/agenda.json': reading,
  'events/:event/agenda.xml': reading,
  'embed/events/:event': reading,
  'embed/events/:event/script.js': reading,
  oembed: { get: 404 },
  'events/:event/live/stream': reading,
  'events/:event/agenda.ics': reading,
  'events/:event/event.ics': reading,
  'events/:event/sessions/:session/session.ics': reading,
  'events/:event/changes.atom': reading,
  'events.ics': reading,
  'events.atom': reading,
  'sitemap.xml': reading,
  'robots.txt': reading,
  'registrations/mailed': reading,
  'registrations/:token': { get: 'anyone' },
  'registrations/:token/answers': byToken,
  'registrations/:token/address': byToken,
  // The token of the world opens a registration, no wish and no proof of an address.
  'openings/:token': { get: 410, post: 410 },
  'invited/:token': { get: 404, post: 404 },
  'invited/:token/declining': { post: 404 },
  'registrations/:token/address-proof': { get: 410, post: 410 },
  // Nor does it open anything of a contact's.
  'subscriptions/:token': { get: 410, post: 410 },
  'subscriptions/:token/refusal': { post: 404 },
  'unsubscribe/:token': { get: 410, post: 410 },
  'preferences/:token': { get: 410, post: 410 },
  'preferences/:token/leaving': { post: 404 },
  'registrations/:token/category': byToken,
  'registrations/:token/questions': { get: 302, post: 'anyone' },
  'registrations/:token/files/:answer': { get: 'anyone' },
  'registrations/:token/acceptance': { post: 'anyone' },
  'registrations/:token/cancellation': byToken,
  'registrations/:token/security': byToken,
  'registrations/:token/companions': { get: 302, post: 'anyone' },
  // Its event is to come: nobody asks yet how it was.
  'registrations/:token/feedback': { get: 302, post: 'anyone' },
  'registrations/:token/reminders': byToken,
  'registrations/:token/language': { post: 'anyone' },
  'registrations/:token/renewal': { post: 'anyone' },
  'registrations/:token/ticket.pdf': { get: 'anyone' },
  'registrations/:token/ticket.pkpass': { get: 404 },
  'registrations/:token/google-wallet': { get: 404 },
  'registrations/:token/calendar.ics': { get: 'anyone' },
  'registrations/:token/agenda': { get: 'anyone' },
  'registrations/:token/places': byToken,
  'registrations/:token/parts/:event': { post: 'anyone' },
  'registrations/:token/agenda.ics': { get: 'anyone' },
  'registrations/:token/sessions/:session/star': { post: 'anyone' },
  'registrations/:token/sessions/:session/star/removal': { post: 'anyone' },
  'registrations/:token/sessions/:session/seat': { post: 'anyone' },
  'registrations/:token/sessions/:session/seat/removal': { post: 'anyone' },
  'speaking/:token': { get: 'anyone' },
  'speaking/:token/calendar.ics': { get: 'anyone' },
  'speaking/:token/profile': byToken,
  'speaking/:token/renewal': { post: 'anyone' },
  'speaking/:token/portrait': byToken,
  'speaking/:token/availability': byToken,
  'speaking/:token/availability/:window/removal': { post: 'anyone' },
  'speaking/:token/sessions/:session/answer': byToken,
  'speaking/:token/sessions/:session/proposal': byToken,
  'speaking/:token/sessions/:session/deputy': byToken,
  'speaking/:token/sessions/:session/deputy/removal': { post: 'anyone' },
  'speaking/:token/sessions/:session/deputy/restoration': { post: 'anyone' },
  'speaking/:token/words': byToken,
  'speaking/:token/slides': byToken,
  'speaking/:token/slides/:slides': { get: 'anyone' },
  'speaking/:token/slides/:slides/removal': { post: 'anyone' },
  'speaking/:token/uploads': { post: 400 },
  'speaking/:token/uploads/:file': { get: 'anyone' },
  'speaking/:token/uploads/:file/parts': { post: 'anyone' },
  'inbound/mail': { post: 404 },
  'sign-in': { get: 'signed-out', post: 'signed-out' },
  'sign-in/code': { get: 302, post: 303 },
  // The token of the world opens a registration, not an invitation.
  'memberships/:token': { get: 410, post: 410 },
  'sign-in/link/:secret': { get: 410, post: 410 },
  'sign-out': { post: 'signed-in' },
  'sign-out/everywhere': { post: 'signed-in' },
  // The event of the world is a draft: nobody asks there.
  'floor/:code': { get: 404, post: 404 },
  'floor/:code/votes': { post: 404 },
  // The speaker of the world moderates nothing.
  'speaking/:token/sessions/:session/room': { get: 404, post: 404 },
  'health/live': reading,
  'health/ready': reading,
  metrics: reading,
  ':lang/events/:event/*': { get: 404 },
  'registrations/:token/*': { get: 404 },
  'speaking/:token/*': { get: 404 },
  '*': { get: 404 },

  ...deskRules,
  ...initiativeRules,
  ...supporterRules,
}
