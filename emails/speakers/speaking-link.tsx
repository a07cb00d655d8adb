import { m } from '#app/paraglide/messages.js'
import type { SpeakerFacts } from '../facts.ts'
import { speakerFooter, type Template } from '../letter.ts'
import { Paragraph } from '../pieces.tsx'
import { AssistantCopy, SpeakingLink } from './speaking-pieces.tsx'

/** The address of a speaker's own page. */
export const speakingLink: Template<SpeakerFacts> = (facts, locale) => {
  const to = { locale }
  const told = { event: facts.event.title.text, speaker: facts.speaker }
  return {
    event: facts.event,
    subject: m['mail.speaking-link.subject'](told, to),
    preview: m['mail.speaking-link.preheader']({}, to),
    heading: m['mail.speaking-link.heading']({}, to),
    body: (
      <>
        <Paragraph>
          {facts.holder === 'assistant'
            ? m['mail.speaking-link.body-assistant'](told, to)
            : m['mail.speaking-link.body'](told, to)}
        </Paragraph>
        <AssistantCopy facts={facts} locale={locale} />
        <Paragraph>{m['mail.speaking-link.next']({}, to)}</Paragraph>
        <SpeakingLink facts={facts} locale={locale} label={m['mail.speaking.action']({}, to)} />
      </>
    ),
    footer: speakerFooter(facts, locale),
  }
}
