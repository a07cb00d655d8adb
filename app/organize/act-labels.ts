import { m } from '#app/paraglide/messages.js'

const sentences: Record<string, (subject: string) => string> = {
  'event.edited': () => m['acts.done.event-edited'](),
  'event.cancelled': () => m['acts.done.event-cancelled'](),
  'event.published': () => m['acts.done.event-published'](),
  'event.unpublished': () => m['acts.done.event-unpublished'](),
  'category.edited': (subject) => m['acts.done.category-edited']({ subject }),
  'category.removed': (subject) => m['acts.done.category-removed']({ subject }),
  'demo.removed': () => m['acts.done.demo-removed'](),
  'cover.saved': () => m['acts.done.cover-saved'](),
  'cover.removed': () => m['acts.done.cover-removed'](),
  'logo.saved': (subject) => m['acts.done.logo-saved']({ subject }),
  'logo.removed': (subject) => m['acts.done.logo-removed']({ subject }),
  'picture.removed': () => m['acts.done.picture-removed'](),
  'host.withdrawn': (subject) => m['acts.done.host-withdrawn']({ subject }),
  'agenda.published': () => m['acts.done.agenda-published'](),
  'member.removed': (subject) => m['acts.done.member-removed']({ subject }),
  'contact.imported': (subject) => m['acts.done.contacts-imported']({ subject }),
  'mail-words.edited': () => m['acts.done.mail-words'](),
  'mail.resent': () => m['acts.done.mail-resent'](),
  'registration.cancelled': (subject) => m['acts.done.registration-cancelled']({ subject }),
  'registration.corrected': (subject) => m['acts.done.registration-corrected']({ subject }),
  'registration.declined': (subject) => m['acts.done.registration-declined']({ subject }),
  'registration.moved-up': (subject) => m['acts.done.registration-moved-up']({ subject }),
  'registration.reinstated': (subject) => m['acts.done.registration-reinstated']({ subject }),
  'room.removed': (subject) => m['acts.done.room-removed']({ subject }),
  'track.removed': (subject) => m['acts.done.track-removed']({ subject }),
  'venue.edited': (subject) => m['acts.done.venue-edited']({ subject }),
  'venue.removed': (subject) => m['acts.done.venue-removed']({ subject }),
  'registration.seated-beyond': (subject) => m['acts.done.registration-seated-beyond']({ subject }),
  'registration.many-approved': () => m['acts.done.many-approved'](),
  'registration.many-declined': () => m['acts.done.many-declined'](),
  'registration.many-moved': () => m['acts.done.many-moved'](),
  'registration.many-imported': () => m['acts.done.many-imported'](),
  'registration.many-tagged': () => m['acts.done.many-tagged'](),
  'registration.many-untagged': () => m['acts.done.many-untagged'](),
  'campaign.copied': (subject) => m['acts.done.campaign-copied']({ subject }),
  'campaign.removed': (subject) => m['acts.done.campaign-removed']({ subject }),
  'campaign-part.removed': (subject) => m['acts.done.campaign-part-removed']({ subject }),
  'announcement.sent': (subject) => m['acts.done.announcement-sent']({ subject }),
  'announcement.removed': (subject) => m['acts.done.announcement-removed']({ subject }),
  'words.asked': () => m['acts.done.words-asked'](),
}

/** What an act did, as a sentence: what can be taken back is named before the button that does it. */
export function actSentence({ verb, subjectName }: { verb: string; subjectName: string }): string {
  return sentences[verb]?.(subjectName) ?? m['acts.done.other']()
}
