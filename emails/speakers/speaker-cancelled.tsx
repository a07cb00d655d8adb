import { m } from '#app/paraglide/messages.js'
import type { InvitedFacts } from '../facts.ts'
import { speakerFooter, type Template } from '../letter.ts'
import { whenText } from '../moments.ts'
import { Paragraph } from '../pieces.tsx'
import { InvitationNotes, SpeakingLink } from './speaking-pieces.tsx'

/** A speaker's part in a session has ended: it was dropped, or the event will not take place. */
export const speakerCancelled: Template<InvitedFacts> = (facts, locale) => {
  const to = { locale }
  const { event, session, speaker, holder, by } = facts
  const when = whenText(session, locale)
  const told = { event: event.title.text, session: session.title.text, speaker, when }
  const first =
    by === 'event'
      ? m['mail.speaker-cancelled.body-event']
      : holder === 'assistant'
        ? m['mail.speaker-cancelled.body-assistant']
        : m['mail.speaker-cancelled.body']
  return {
    event,
    subject: m['mail.speaker-cancelled.subject'](told, to),
    preview: m['mail.speaker-cancelled.preheader']({ when }, to),
    heading: m['mail.speaker-cancelled.heading']({}, to),
    body: (
      <>
        <Paragraph>{first(told, to)}</Paragraph>
        <InvitationNotes facts={facts} locale={locale} />
        <Paragraph>
          {holder === 'assistant'
            ? m['mail.speaking.calendar-cancelled-assistant']({}, to)
            : m['mail.common.calendar-cancelled']({}, to)}
        </Paragraph>
        <Paragraph>{m['mail.speaker-cancelled.next']({}, to)}</Paragraph>
        <SpeakingLink facts={facts} locale={locale} label={m['mail.speaking.action']({}, to)} />
      </>
    ),
    footer: speakerFooter(facts, locale),
  }
}
