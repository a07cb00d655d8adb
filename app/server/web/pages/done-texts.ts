import { m } from '#app/paraglide/messages.js'

type Texts = () => string

const added = m['shared.done.added']
const removed = m['shared.done.removed']
const restored = m['shared.done.restored']
const moved = m['shared.done.moved']

/** What an act did, by its route; the others saved something. */
const texts: Record<string, Texts> = {
  'agenda/organize/places/room-removal': removed,
  'agenda/organize/places/rooms': added,
  'agenda/organize/session/session-dropping': m['shared.done.session-state'],
  'agenda/organize/session/session-undo': restored,
  'agenda/organize/places/track-removal': removed,
  'agenda/organize/places/tracks': added,
  'announcements/organize/announcement-test': m['announcements.done.tested'],
  'announcements/organize/removal': removed,
  'announcements/organize/sending': m['announcements.done.sent'],
  'answers/organize/mail-acceptance': m['shared.done.answer-taken'],
  'answers/organize/mail-dismissal': m['shared.done.answer-dismissed'],
  'answers/organize/proposal-acceptance': m['shared.done.proposal-taken'],
  'answers/organize/proposal-refusal': m['shared.done.proposal-refused'],
  'bounces/organize/domain-resumption': m['shared.done.domain-resumed'],
  'bounces/organize/suppression-page': m['shared.done.emails-allowed'],
  'cities/organize/all-cities': added,
  'cities/organize/city-removal': removed,
  'indices/organize/all-indices': added,
  'indices/organize/component-removal': removed,
  'indices/organize/edition-import': m['shared.done.imported'],
  'indices/organize/edition-removal': removed,
  'indices/organize/index-desk': added,
  'campaigns/organize/campaigns': added,
  'campaigns/organize/removal': removed,
  'campaigns/organize/sending': m['shared.done.campaign-scheduled'],
  'campaigns/organize/stop': m['shared.done.campaign-stopped'],
  'campaigns/organize/trial': m['shared.done.campaign-tried'],
  'events/organize/settings/cancellation': m['shared.done.event-cancelled'],
  'events/organize/categories/categories': added,
  'events/organize/categories/category-removal': removed,
  'events/organize/demo/demo-removal': removed,
  'events/organize/settings/publication': m['shared.done.event-page'],
  'exchange/organize/import': m['shared.done.read'],
  'exchange/organize/import-application': m['shared.done.imported'],
  'floor/organize/floor-closing': m['shared.done.floor-closed'],
  'floor/organize/floor-opening': m['shared.done.floor-opened'],
  'lists/confirmation': m['shared.done.list-confirmed'],
  'lists/leaving': m['shared.done.list-left'],
  'lists/organize/all-lists': added,
  'lists/organize/archiving': m['shared.done.list-closed'],
  'lists/organize/erasure': m['shared.done.contact-erased'],
  'lists/organize/import-page': m['shared.done.contacts-imported'],
  'lists/organize/reopening': m['shared.done.list-reopened'],
  'lists/organize/resend': m['shared.done.contact-asked'],
  'lists/refusal': m['shared.done.list-refused'],
  'lists/unsubscribe': m['shared.done.list-left'],
  'links/organize/link-archiving': m['shared.done.put-away'],
  'links/organize/link-removal': removed,
  'links/organize/link-restoration': restored,
  'notes/organize/note/removal': removed,
  'notes/organize/note/restoration': restored,
  'notes/organize/words/words-requests': m['shared.done.words-asked'],
  'organizations/organize/host-withdrawal': m['shared.done.host-withdrawn'],
  'organizations/organize/member-removal': m['shared.done.member-removed'],
  'organizations/organize/member-role': m['shared.done.role'],
  'organizations/organize/member-invitation-resend': m['shared.done.member-invited'],
  'organizations/organize/member-invitation-withdrawal': m['shared.done.member-invitation-withdrawn'],
  'organizations/membership': m['shared.done.joined'],
  'organizations/organize/members': m['shared.done.member-invited'],
  'pictures/organize/cover-removal': removed,
  'pictures/organize/logo-removal': removed,
  'recap/organize/picture-place': moved,
  'recap/organize/picture-removal': removed,
  'registration/address-proof': m['shared.done.address-changed'],
  'registration/cancellation': m['shared.done.cancelled'],
  'registration/organize/guest/guest-address': m['registration.address.sent-title'],
  'registration/organize/steps/approval': m['shared.done.approved'],
  'registration/organize/steps/registration-cancellation': m['shared.done.cancelled'],
  'registration/organize/steps/extra-seat': m['shared.done.approved'],
  'registration/organize/guest-import/import-guests': m['acts.done.many-imported'],
  'registration/organize/selection/approve-many': m['acts.done.many-approved'],
  'registration/organize/selection/decline-many': m['acts.done.many-declined'],
  'registration/organize/selection/move-many': m['acts.done.many-moved'],
  'registration/organize/selection/tag-many': m['acts.done.many-tagged'],
  'registration/organize/selection/untag-many': m['acts.done.many-untagged'],
  'registration/organize/views/view-removal': removed,
  'registration/organize/steps/decline': m['shared.done.declined'],
  'registration/organize/new-registration': added,
  'sending-check/organize/sending-check': m['sending-check.done.checked'],
  'sending-check/organize/sending-key': m['sending-check.done.made'],
  'supporters/erasure': m['supporters.done.erased'],
  'supporters/introduction': m['supporters.done.agreed'],
  'supporters/introduction-refusal': m['supporters.done.refused'],
  'supporters/joining': m['supporters.done.joined'],
  'supporters/joining-refusal': m['supporters.done.forgotten'],
  'supporters/leaving': m['supporters.done.left'],
  'supporters/logo': m['supporters.done.logo-sent'],
  'supporters/logo-removal': removed,
  'supporters/organize/desk-erasure': m['supporters.done.erased'],
  'supporters/organize/new-introduction': m['supporters.done.introducing'],
  'supporters/organize/news-campaign': m['supporters.done.campaign'],
  'supporters/organize/readmission': m['supporters.done.readmitted'],
  'supporters/organize/removal': removed,
  'venues/organize/venues': added,
  'venues/organize/venue-removal': removed,
  'registration/organize/steps/promotion': m['shared.done.promoted'],
}

/** Stands in the cookie for a form that was sent as it was. */
export const unchanged = 'unchanged'

export const routesWithText = Object.keys(texts)

/** The sentence for what a route's action did, as its id comes back in a cookie; nothing when none came. */
export function doneText(routeId: string | null): string {
  if (!routeId) return ''
  if (routeId === unchanged) return m['shared.done.unchanged']()
  const route = routeId.replace(/^features\//, '')
  return (Object.hasOwn(texts, route) ? (texts[route] as Texts) : m['shared.done.saved'])()
}

/** Whether an address says by itself what was done, as pages with more to say do. */
export function saysDone(address: string): boolean {
  return /[?&](?:done|saved|told|added|undone)=/.test(address)
}
