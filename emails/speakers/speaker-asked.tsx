import { m } from '#app/paraglide/messages.js'
import { WayThere } from '../attendees/registration-pieces.tsx'
import type { InvitedFacts } from '../facts.ts'
import { speakerFooter, type Template } from '../letter.ts'
import { whenText } from '../moments.ts'
import { Paragraph } from '../pieces.tsx'
import {
  AssistantCopy,
  CalendarHint,
  InvitationNotes,
  SessionDetails,
  SpeakingLink,
} from './speaking-pieces.tsx'

/** Somebody is asked to take part in a session. */
export const speakerAsked: Template<InvitedFacts> = (facts, locale) => {
  const to = { locale }
  const { event, session, speaker, holder } = facts
  const told = { event: event.title.text, session: session.title.text, speaker }
  const isCopy = holder === 'assistant'
  return {
    event,
    subject: m['mail.speaker-asked.subject'](told, to),
    preview: m['mail.speaker-asked.preheader']({ when: whenText(session, locale) }, to),
    heading: m['mail.speaker-asked.heading']({}, to),
    // What is said to the speaker is not said to whoever reads along.
    ...(!isCopy && { opening: <Paragraph>{m['mail.speaker-asked.body'](told, to)}</Paragraph> }),
    body: (
      <>
        {isCopy && <Paragraph>{m['mail.speaker-asked.body-assistant'](told, to)}</Paragraph>}
        <SessionDetails facts={facts} locale={locale} />
        <InvitationNotes facts={facts} locale={locale} />
        <AssistantCopy facts={facts} locale={locale} />
        <CalendarHint facts={facts} locale={locale} />
        <Paragraph>{m['mail.speaker-asked.next']({}, to)}</Paragraph>
        <SpeakingLink facts={facts} locale={locale} label={m['mail.speaking.action-answer']({}, to)} />
        <WayThere url={facts.session.wayUrl} accent={facts.event.accent} locale={locale} />
      </>
    ),
    footer: speakerFooter(facts, locale),
  }
}
