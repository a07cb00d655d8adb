import { renderToStaticMarkup } from 'react-dom/server'
import { m } from '#app/paraglide/messages.js'
import { withoutMarksIn } from '#app/shared/i18n/kept-words.ts'
import { formatDateTime } from '#app/shared/time/format.ts'
import type { Locale, MailKind, OwnWordKind } from '#app/shared/vocabulary.ts'
import { addressAsked } from './attendees/address-asked.tsx'
import { announcement } from './attendees/announcement.tsx'
import { cancelled } from './attendees/cancelled.tsx'
import { changed } from './attendees/changed.tsx'
import { confirmed } from './attendees/confirmed.tsx'
import { declined } from './attendees/declined.tsx'
import { feedbackAsked } from './attendees/feedback-asked.tsx'
import { guestInvited } from './attendees/guest-invited.tsx'
import { offered } from './attendees/offered.tsx'
import { opening, openingAsked } from './attendees/opening.tsx'
import { ownAgendaChanged } from './attendees/own-agenda-changed.tsx'
import { received } from './attendees/received.tsx'
import { reminder } from './attendees/reminder.tsx'
import { signedUp } from './attendees/signed-up.tsx'
import { waitlisted } from './attendees/waitlisted.tsx'
import { campaign } from './campaign/campaign.tsx'
import type { FactsOf } from './facts.ts'
import { Layout } from './layout.tsx'
import { type Letter, signOff, type Template } from './letter.ts'
import { listAsked } from './lists/list-asked.tsx'
import { whenText } from './moments.ts'
import { namingFacts } from './naming-facts.ts'
import { actionReminder } from './organizers/action-reminder.tsx'
import { carrying } from './organizers/carrying.tsx'
import { contactChanged } from './organizers/contact-changed.tsx'
import { hosting } from './organizers/hosting.tsx'
import { memberInvited } from './organizers/member-invited.tsx'
import { memberRemoved } from './organizers/member-removed.tsx'
import { signIn } from './organizers/sign-in.tsx'
import { testMail } from './organizers/test-mail.tsx'
import { withOwnWords } from './own-words.tsx'
import { textOf } from './pieces.tsx'
import { quotedOnce } from './quoted-once.ts'
import { longestSubject, shortened, withShortTitles } from './short-titles.ts'
import { declineAsked } from './speakers/decline-asked.tsx'
import { proposalAnswered } from './speakers/proposal-answered.tsx'
import { speakerAsked } from './speakers/speaker-asked.tsx'
import { speakerCancelled } from './speakers/speaker-cancelled.tsx'
import { speakerChanged } from './speakers/speaker-changed.tsx'
import { speakingLink } from './speakers/speaking-link.tsx'
import { wordsToConfirm } from './speakers/words-to-confirm.tsx'
import { introduction } from './supporters/introduction.tsx'
import { supporting } from './supporters/supporting.tsx'

export { labelled, namelessIn } from './campaign/campaign.tsx'

const templates: { [Kind in MailKind]: Template<FactsOf[Kind]> } = {
  received,
  confirmed,
  waitlisted,
  offered,
  cancelled,
  declined,
  changed,
  'sign-in': signIn,
  hosting,
  carrying,
  'member-invited': memberInvited,
  'member-removed': memberRemoved,
  'address-asked': addressAsked,
  'contact-changed': contactChanged,
  test: testMail,
  'speaker-asked': speakerAsked,
  'speaker-changed': speakerChanged,
  'speaker-cancelled': speakerCancelled,
  'speaking-link': speakingLink,
  'proposal-answered': proposalAnswered,
  'decline-asked': declineAsked,
  'signed-up': signedUp,
  'own-agenda-changed': ownAgendaChanged,
  'words-to-confirm': wordsToConfirm,
  'action-reminder': actionReminder,
  reminder,
  'opening-asked': openingAsked,
  opening,
  'guest-invited': guestInvited,
  'feedback-asked': feedbackAsked,
  'list-asked': listAsked,
  announcement,
  campaign,
  'supporter-asked': supporting,
  'supporter-told': supporting,
  introduction,
}

// Mail programs fall into their strict modes by this one.
const doctype =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">'

/** One mail in the recipient's language: the subject, and the same words as HTML and as plain text. */
export function renderMail<Kind extends MailKind>(
  kind: Kind,
  given: FactsOf[Kind],
  locale: Locale,
): { subject: string; html: string; text: string } {
  const facts = withoutMarksIn(given)
  const standard = { ...templates[kind](facts, locale), subject: subjectOf(kind, facts, locale) }
  const { opening, body, ...rest } = withOwnWords(standard, { kind, facts, locale })
  const letter = {
    ...rest,
    body: (
      <>
        {opening}
        {body}
      </>
    ),
  }
  const name = facts.recipientName
  const html = doctype + renderToStaticMarkup(<Layout letter={letter} locale={locale} name={name} />)
  const said = { subject: letter.subject, html, text: plainText(letter, name, locale) }
  return { subject: quotedOnce(said.subject), html: quotedOnce(said.html), text: quotedOnce(said.text) }
}

/** The standard subject and first words of a mail, with the names of what stands in them in braces. */
export function standardWords(kind: OwnWordKind, locale: Locale): { subject: string; opening: string } {
  const facts = namingFacts()[kind]
  const { subject, opening } = (templates[kind] as Template<typeof facts>)(facts, locale)
  const { event } = facts
  const named = (text: string) =>
    text
      .replaceAll(whenText(event, locale), '{when}')
      .replaceAll(formatDateTime(event.startsAt, event.timeZone, locale, event.city), '{deadline}')
  return { subject: named(subject), opening: named(textOf(opening)) }
}

/** A subject that mailboxes can show: long titles in it are cut at a word, the words around them stay. */
function subjectOf<Kind extends MailKind>(kind: Kind, facts: FactsOf[Kind], locale: Locale): string {
  for (const longest of [Number.POSITIVE_INFINITY, 60, 40, 25]) {
    const { subject } = templates[kind](withShortTitles(facts, longest), locale)
    if (subject.length <= longestSubject) return subject
  }
  return shortened(templates[kind](withShortTitles(facts, 25), locale).subject, longestSubject)
}

function plainText(letter: Letter, name: string, locale: Locale): string {
  const to = { locale }
  const end = `${m['mail.common.sign-off']({}, to)}\n${signOff(letter, locale)}`
  const parts = [m['mail.common.greeting']({ name }, to), textOf(letter.body), end]
  // "-- " begins a signature: programs show what follows in a lighter hand, and leave it out of answers.
  return `${parts.join('\n\n')}\n\n-- \n${letter.footer.join('\n')}\n`
}
