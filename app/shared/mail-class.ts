import type { MailKind } from './vocabulary.ts'

/**
 * What a mail is to its reader: an answer to what they or their organizers did with them, news of something they are
 * part of, or a wish to win them. Only the last needs consent, and only the last can be left.
 */
export const mailClasses = ['transactional', 'service', 'advertising'] as const
export type MailClass = (typeof mailClasses)[number]

/** Set once for each kind, whoever sends it. */
export const mailClassOf: Record<MailKind, MailClass> = {
  received: 'transactional',
  confirmed: 'transactional',
  waitlisted: 'transactional',
  offered: 'transactional',
  cancelled: 'transactional',
  declined: 'transactional',
  changed: 'service',
  'sign-in': 'transactional',
  test: 'transactional',
  'speaker-asked': 'transactional',
  'speaker-changed': 'service',
  'speaker-cancelled': 'service',
  'speaking-link': 'transactional',
  'proposal-answered': 'transactional',
  'decline-asked': 'transactional',
  'signed-up': 'transactional',
  'own-agenda-changed': 'service',
  'words-to-confirm': 'service',
  'action-reminder': 'service',
  hosting: 'service',
  carrying: 'service',
  'contact-changed': 'transactional',
  'member-invited': 'transactional',
  'member-removed': 'transactional',
  'address-asked': 'transactional',
  reminder: 'service',
  'opening-asked': 'transactional',
  opening: 'service',
  'guest-invited': 'service',
  'feedback-asked': 'service',
  'list-asked': 'transactional',
  announcement: 'service',
  campaign: 'advertising',
  'supporter-asked': 'transactional',
  'supporter-told': 'transactional',
  introduction: 'service',
}

/**
 * What a person asked for this minute at the address that they typed: tried even where mails to it came back, and its
 * domain waits.
 */
export const alwaysTried: ReadonlySet<MailKind> = new Set([
  'sign-in',
  'address-asked',
  'opening-asked',
  'list-asked',
  'supporter-asked',
  'test',
])
