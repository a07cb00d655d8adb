import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { ownValue } from '#app/shared/own-value.ts'
import { calendarAnswers, memberRoles, registrationStates } from '#app/shared/vocabulary.ts'
import { answerNames } from '#app/ui/answer-mark.tsx'
import { actSentence } from './act-labels.ts'
import { hostSentences } from './changes/host-sentences.ts'
import { initiativeSentences } from './changes/initiative-sentences.ts'
import { placeSentences } from './changes/place-sentences.ts'
import { questionSentences } from './changes/question-sentences.ts'
import { supporterSentences } from './changes/supporter-sentences.ts'
import { fieldName } from './field-names.ts'
import { kindNames } from './mail-labels.tsx'
import { registrationStateName, roleName } from './vocabulary-labels.ts'

export type ActivityView = {
  verb: string
  accountId: string | null
  actorName: string
  subjectName: string
  details: Record<string, unknown>
}

type Words = { actor: string; subject: string; details: Record<string, unknown> }

const sentences: Record<string, (words: Words) => string> = {
  ...placeSentences,
  'act.undone': ({ actor, subject, details }) =>
    m['organize.activity.undone']({
      actor,
      what: actSentence({ verb: String(details.undone ?? ''), subjectName: subject }),
    }),
  ...supporterSentences,
  ...questionSentences,
  ...hostSentences,
  'campaign.added': ({ actor, subject }) => m['campaigns.activity.added']({ actor, subject }),
  'campaign.removed': ({ actor, subject }) => m['campaigns.activity.removed']({ actor, subject }),
  'mail-rules.edited': ({ actor }) => m['campaigns.activity.rules']({ actor }),
  'campaign.edited': ({ actor, subject }) => m['campaigns.activity.edited']({ actor, subject }),
  'campaign.scheduled': ({ actor, subject }) => m['campaigns.activity.scheduled']({ actor, subject }),
  'campaign.taken-back': ({ actor, subject }) => m['campaigns.activity.taken-back']({ actor, subject }),
  'campaign.paused': ({ actor, subject }) => m['campaigns.activity.paused']({ actor, subject }),
  'campaign.resumed': ({ actor, subject }) => m['campaigns.activity.resumed']({ actor, subject }),
  'campaign.stopped': ({ actor, subject }) => m['campaigns.activity.stopped']({ actor, subject }),
  'campaign.sent-again': ({ actor, subject }) => m['campaigns.activity.sent-again']({ actor, subject }),
  'campaign.tried': ({ actor, subject }) => m['campaigns.activity.tried']({ actor, subject }),
  'event.created': ({ actor }) => m['organize.activity.event-created']({ actor }),
  'event.edited': ({ actor, details }) =>
    m['organize.activity.event-edited']({ actor, fields: fieldList(details.fields) }),
  'event.address-changed': ({ actor, details }) =>
    m['organize.activity.address-changed']({
      actor,
      from: String(details.from ?? ''),
      to: String(details.to ?? ''),
    }),
  'event.copied': ({ actor, subject }) => m['organize.activity.event-copied']({ actor, subject }),
  'event.published': ({ actor }) => m['organize.activity.event-published']({ actor }),
  'event.unpublished': ({ actor }) => m['organize.activity.event-unpublished']({ actor }),
  'event.cancelled': ({ actor, details }) =>
    m['organize.activity.event-cancelled']({ actor, count: Number(details.told ?? 0) }),
  'category.added': ({ actor, subject }) => m['organize.activity.category-added']({ actor, subject }),
  'category.edited': ({ actor, subject }) => m['organize.activity.category-edited']({ actor, subject }),
  'category.removed': ({ actor, subject }) => m['organize.activity.category-removed']({ actor, subject }),
  'person.contact-accepted': ({ actor, subject }) =>
    m['organize.activity.contact-accepted']({ actor, subject }),
  'person.contact-refused': ({ actor, subject }) =>
    m['organize.activity.contact-refused']({ actor, subject }),
  'event.lists-offered': ({ actor }) => m['lists.activity.offered']({ actor }),
  'contact.asked': ({ details }) => m['lists.activity.asked']({ list: listTitle(details) }),
  'contact.confirmed': ({ details }) => m['lists.activity.confirmed']({ list: listTitle(details) }),
  'contact.left': ({ details }) => m['lists.activity.left']({ list: listTitle(details) }),
  'contact.preferences': () => m['lists.activity.preferences'](),
  'contact.resent': ({ actor, details }) => m['lists.activity.resent']({ actor, list: listTitle(details) }),
  'member.added': ({ actor, subject, details }) =>
    m['organize.activity.member-added']({ actor, subject, role: roleWord(details.role) }),
  'member.invited': ({ actor, subject, details }) =>
    m['organize.activity.member-invited']({ actor, subject, role: roleWord(details.role) }),
  'member.invited-again': ({ actor, subject }) =>
    m['organize.activity.member-invited-again']({ actor, subject }),
  'member.invitation-withdrawn': ({ actor, subject }) =>
    m['organize.activity.member-invitation-withdrawn']({ actor, subject }),
  'member.joined': ({ subject, details }) =>
    m['organize.activity.member-joined']({ subject, role: roleWord(details.role) }),
  'member.removed': ({ actor, subject }) => m['organize.activity.member-removed']({ actor, subject }),
  'member.role-changed': ({ actor, subject, details }) =>
    m['organize.activity.member-role-changed']({ actor, subject, role: roleWord(details.to) }),
  'agenda.published': ({ actor, details }) => {
    const number = String(details.number ?? '')
    const version = Number(details.restoredFrom)
    const done = version
      ? m['organize.activity.agenda-restored']({ actor, number, version: String(version) })
      : m['organize.activity.agenda-published']({ actor, number })
    const held = Number(details.heldBack)
    return held ? `${done} ${m['organize.activity.mails-held-back']({ count: held })}` : done
  },
  'agenda.imported': ({ actor }) => m['organize.activity.agenda-imported']({ actor }),
  'agenda.edited': ({ actor, subject, details }) => {
    const more = Number(details.sessions) - 1
    return more > 0
      ? m['organize.activity.agenda-edited-many']({ actor, subject, more })
      : m['organize.activity.agenda-edited']({ actor, subject })
  },
  'session.added': ({ actor, subject }) => m['organize.activity.session-added']({ actor, subject }),
  'person.added': ({ actor, subject }) => m['organize.activity.person-added']({ actor, subject }),
  'person.edited': ({ actor, subject, details }) =>
    m['people.activity.edited']({ actor, subject, fields: fieldList(details.fields) }),
  'person.merged': ({ actor, subject, details }) =>
    m['people.activity.merged']({ actor, subject, gone: String(details.gone ?? '') }),
  'person.told-apart': ({ actor, subject, details }) =>
    m['people.activity.told-apart']({ actor, subject, other: String(details.other ?? '') }),
  'person.maybe-one': ({ actor, subject, details }) =>
    m['people.activity.maybe-one']({ actor, subject, other: String(details.other ?? '') }),
  'person.parted': ({ actor, subject }) => m['people.activity.parted']({ actor, subject }),
  'people.imported': ({ actor, details }) =>
    m['people.activity.imported']({
      actor,
      added: String(details.added ?? 0),
      filled: String(details.filled ?? 0),
    }),
  'portrait.saved': ({ actor, subject }) => m['people.activity.portrait-saved']({ actor, subject }),
  'portrait.removed': ({ actor, subject }) => m['people.activity.portrait-removed']({ actor, subject }),
  'words.approved': ({ actor, subject }) => m['notes.activity.words-approved']({ actor, subject }),
  'words.refused': ({ actor, subject }) => m['notes.activity.words-refused']({ actor, subject }),
  'words.asked': ({ actor, subject }) => m['notes.activity.words-asked']({ actor, subject }),
  'session.off-record': ({ actor, subject }) => m['notes.activity.off-record']({ actor, subject }),
  'session.on-record': ({ actor, subject }) => m['notes.activity.on-record']({ actor, subject }),
  'note.removed': ({ actor, subject }) => m['notes.activity.removed']({ actor, subject }),
  'floor.opened': ({ actor, subject }) => m['floor.activity.opened']({ actor, subject }),
  'floor.closed': ({ actor, subject }) => m['floor.activity.closed']({ actor, subject }),
  'live.started': ({ actor, subject }) => m['live.activity.started']({ actor, subject }),
  'live.ended': ({ actor, subject }) => m['live.activity.ended']({ actor, subject }),
  'recap.published': ({ actor, details }) =>
    m['recap.activity.published']({ actor, number: String(details.number ?? '') }),
  'recap.unpublished': ({ actor }) => m['recap.activity.unpublished']({ actor }),
  'recording.added': ({ actor, subject }) => m['recap.activity.recording-added']({ actor, subject }),
  'picture.added': ({ actor }) => m['recap.activity.picture-added']({ actor }),
  'picture.edited': ({ actor, subject }) => m['recap.activity.picture-edited']({ actor, subject }),
  'picture.removed': ({ actor, subject }) => m['recap.activity.picture-removed']({ actor, subject }),
  'event.in-series': ({ actor }) => m['organize.activity.in-series']({ actor }),
  'event.out-of-series': ({ actor }) => m['organize.activity.out-of-series']({ actor }),
  'demo.removed': ({ actor, subject }) => m['organize.activity.demo-removed']({ actor, subject }),
  'picture.shown': ({ actor }) => m['pictures.activity.shown']({ actor }),
  'picture.hidden': ({ actor }) => m['pictures.activity.hidden']({ actor }),
  'cover.saved': ({ actor }) => m['pictures.activity.cover-saved']({ actor }),
  'cover.edited': ({ actor }) => m['pictures.activity.cover-edited']({ actor }),
  'cover.removed': ({ actor }) => m['pictures.activity.cover-removed']({ actor }),
  'logo.saved': ({ actor, subject }) => m['pictures.activity.logo-saved']({ actor, subject }),
  'logo.removed': ({ actor, subject }) => m['pictures.activity.logo-removed']({ actor, subject }),
  'appearance.added': ({ actor, subject }) => m['organize.activity.appearance-added']({ actor, subject }),
  'answer.accepted': ({ actor, subject }) => m['organize.activity.answer-accepted']({ actor, subject }),
  'answer.dismissed': ({ actor, subject }) => m['organize.activity.answer-dismissed']({ actor, subject }),
  'proposal.accepted': ({ actor, subject }) => m['organize.activity.proposal-accepted']({ actor, subject }),
  'proposal.refused': ({ actor, subject }) => m['organize.activity.proposal-refused']({ actor, subject }),
  'proposal.made': ({ actor }) => m['organize.activity.proposal-made']({ actor }),
  'deputy.named': ({ actor, subject, details }) => {
    const other = details.holder === 'person' ? '' : String(details.for ?? '')
    return other
      ? m['organize.activity.deputy-named-for']({ actor, subject, other })
      : m['organize.activity.deputy-named']({ actor, subject })
  },
  'deputy.withdrawn': ({ actor, subject }) => m['organize.activity.deputy-withdrawn']({ actor, subject }),
  'profile.edited': ({ actor, subject }) => m['organize.activity.profile-edited']({ actor, subject }),
  'slides.added': ({ actor }) => m['organize.activity.slides-added']({ actor }),
  'slides.removed': ({ actor }) => m['organize.activity.slides-removed']({ actor }),
  'room.added': ({ actor, subject }) => m['organize.activity.room-added']({ actor, subject }),
  'room.edited': ({ actor, subject }) => m['organize.activity.room-edited']({ actor, subject }),
  'room.removed': ({ actor, subject }) => m['organize.activity.room-removed']({ actor, subject }),
  'venue.added': ({ actor, subject }) => m['venues.activity.added']({ actor, subject }),
  'venue.edited': ({ actor, subject, details }) =>
    m['venues.activity.edited']({ actor, subject, fields: fieldList(details.fields) }),
  'venue.removed': ({ actor, subject }) => m['venues.activity.removed']({ actor, subject }),
  'venue.made-main': ({ actor, subject }) => m['venues.activity.made-main']({ actor, subject }),
  'announcement.drafted': ({ actor, subject }) => m['announcements.activity.drafted']({ actor, subject }),
  'announcement.edited': ({ actor, subject }) => m['announcements.activity.edited']({ actor, subject }),
  'announcement.removed': ({ actor, subject }) => m['announcements.activity.removed']({ actor, subject }),
  'announcement.sent': ({ actor, subject, details }) =>
    m['announcements.activity.sent']({ actor, subject, count: Number(details.mails ?? 0) }),
  'announcement.tested': ({ actor, subject }) => m['announcements.activity.tested']({ actor, subject }),
  'announcement.shown': ({ actor, subject }) => m['announcements.activity.shown']({ actor, subject }),
  'announcement.hidden': ({ actor, subject }) => m['announcements.activity.hidden']({ actor, subject }),
  'posts.edited': ({ actor }) => m['posts.activity.edited']({ actor }),
  'link.archived': ({ actor, subject }) => m['links.activity.archived']({ actor, subject }),
  'link.removed': ({ actor, subject }) => m['links.activity.removed']({ actor, subject }),
  'link.restored': ({ actor, subject }) => m['links.activity.restored']({ actor, subject }),
  'link.added': ({ actor, subject }) => m['links.activity.added']({ actor, subject }),
  'link.edited': ({ actor, subject, details }) =>
    m['links.activity.edited']({ actor, subject, fields: fieldList(details.fields) }),
  'track.edited': ({ actor, subject }) => m['organize.activity.track-edited']({ actor, subject }),
  'track.removed': ({ actor, subject }) => m['organize.activity.track-removed']({ actor, subject }),
  'track.added': ({ actor, subject }) => m['organize.activity.track-added']({ actor, subject }),
  'mail-words.edited': ({ actor, details }) =>
    m['organize.activity.mail-words']({ actor, mail: ownValue(kindNames, String(details.kind))?.() ?? '' }),
  'registration.answers-changed': ({ actor, subject }) =>
    m['organize.activity.answers-changed']({ actor, subject }),
  'registration.companions-changed': ({ subject, details }) =>
    m['organize.activity.companions']({ subject, count: Number(details.to ?? 0) }),
  'registration.reminders-changed': ({ subject, details }) =>
    details.on === true
      ? m['organize.activity.reminders-on']({ subject })
      : m['organize.activity.reminders-off']({ subject }),
  'registration.corrected': ({ actor, subject }) => m['organize.activity.corrected']({ actor, subject }),
  'registration.address-asked': ({ actor, subject }) =>
    m['organize.activity.address-asked']({ actor, subject }),
  'registration.seated-beyond': ({ actor, subject, details }) =>
    m['organize.activity.seated-beyond']({ actor, subject, reason: String(details.beyond ?? '') }),
  'registration.tagged': ({ actor, subject, details }) =>
    m['organize.activity.tagged']({ actor, subject, tags: listed(details.tags) }),
  'registration.untagged': ({ actor, subject, details }) =>
    m['organize.activity.untagged']({ actor, subject, tags: listed(details.tags) }),
  'registration.mailed-again': ({ actor, subject }) =>
    m['organize.activity.mailed-again']({ actor, subject }),
  'registration.address-changed': ({ subject }) => m['organize.activity.registration-address']({ subject }),
  'registration.link-renewed': ({ actor, subject }) =>
    m['organize.activity.link-renewed']({ actor, subject }),
  'registration.category-changed': ({ subject }) => m['organize.activity.category-changed']({ subject }),
  'registration.category-wished': ({ subject }) => m['organize.activity.category-wished']({ subject }),
  'registration.category-kept': ({ subject }) => m['organize.activity.category-kept']({ subject }),
  'registration.moved-up': ({ actor, subject }) => m['organize.activity.moved-up']({ actor, subject }),
  'feedback.exported': ({ actor }) => m['organize.activity.feedback-exported']({ actor }),
  'registration.exported': ({ actor }) => m['organize.activity.exported']({ actor }),
  'registration.erased': ({ actor, details }) =>
    m['organize.activity.erased']({ actor, count: Number(details.amount ?? 0) }),
  'invitation.answered': ({ actor, subject, details }) =>
    details.way === 'organizer'
      ? m['invitations.activity.answered']({ actor, subject, answer: answerWord(details.answer) })
      : m['invitations.activity.answered-self']({
          subject:
            details.way === 'assistant' ? m['organize.activity.assistant']({ name: subject }) : subject,
          answer: answerWord(details.answer),
        }),
  'invitation.sent': ({ actor, subject }) => m['invitations.activity.sent']({ actor, subject }),
  'invitation.resent': ({ actor, subject }) => m['invitations.activity.resent']({ actor, subject }),
  'invitation.link-sent': ({ actor, subject }) => m['invitations.activity.link-sent']({ actor, subject }),
  'invitation.link-renewed': ({ actor, subject }) => m['organize.activity.link-renewed']({ actor, subject }),
  'mail.resent': ({ actor, subject }) => m['organize.activity.mail-resent']({ actor, subject }),
  'suppression.added': ({ subject, details }) =>
    details.cause === 'complaint'
      ? m['bounces.activity.complained']({ subject })
      : m['bounces.activity.suppressed']({ subject }),
  'suppression.lifted': ({ actor, subject, details }) =>
    m['bounces.activity.lifted']({ actor, subject, reason: String(details.reason ?? '') }),
  'domain.paused': ({ subject }) => m['bounces.activity.paused']({ subject }),
  'domain.resumed': ({ actor, subject }) => m['bounces.activity.resumed']({ actor, subject }),
  'mail.tested': ({ actor }) => m['organize.activity.mail-tested']({ actor }),
}

/** What was done, as a sentence in the reader's language. */
export function activitySentence(entry: ActivityView): string {
  const { verb, actorName, subjectName, details } = entry
  const words = { actor: actorOf(entry), subject: subjectName, details }
  const state = registrationStates.find((one) => verb === `registration.${one}`)
  if (state) {
    const { actor, subject } = words
    const own = actor === subject || !actorName
    const name = registrationStateName(state).toLowerCase()
    return own
      ? m['organize.activity.registration-own']({ subject, state: name })
      : m['organize.activity.registration']({ actor, subject, state: name })
  }
  const ofInitiative = ownValue(initiativeSentences, verb)
  if (ofInitiative) return ofInitiative(words)
  return sentences[verb]?.(words) ?? m['organize.activity.other']({ ...words, verb })
}

/**
 * Visitors are named as their registration is, and who came by a speaker's link as that speaker; without an account, any
 * other name is that of a job of ours.
 */
function actorOf({ accountId, actorName, subjectName, details }: ActivityView): string {
  if (actorName === '') return m['organize.activity.somebody']()
  if (details.holder === 'person') return actorName
  if (details.holder === 'assistant') return m['organize.activity.assistant']({ name: actorName })
  return accountId === null && actorName !== subjectName ? m['organize.activity.system']() : actorName
}

function fieldList(fields: unknown): string {
  return Array.isArray(fields) ? fields.map((field) => fieldName(String(field)).toLowerCase()).join(', ') : ''
}

const listTitle = ({ list }: Record<string, unknown>) => textIn(list as TranslatedText, getLocale())

const listed = (words: unknown) => (Array.isArray(words) ? words.map(String).join(', ') : '')

function roleWord(role: unknown): string {
  const known = memberRoles.find((one) => one === role)
  return known ? roleName(known).toLowerCase() : ''
}

function answerWord(answer: unknown): string {
  const known = calendarAnswers.find((one) => one === answer)
  return answerNames[known ?? 'needs-action']()
}
