import { m } from '#app/paraglide/messages.js'
import type { WordsFacts } from '../facts.ts'
import { speakerFooter, type Template } from '../letter.ts'
import { Paragraph } from '../pieces.tsx'
import { AssistantCopy, SpeakingLink } from './speaking-pieces.tsx'

/** Asks a speaker to look at the words that were written down as theirs. */
export const wordsToConfirm: Template<WordsFacts> = (facts, locale) => {
  const to = { locale }
  const told = { event: facts.event.title.text, speaker: facts.speaker, count: facts.open }
  return {
    event: facts.event,
    subject: m['mail.words-to-confirm.subject'](told, to),
    preview: m['mail.words-to-confirm.preheader']({}, to),
    heading: m['mail.words-to-confirm.heading']({}, to),
    body: (
      <>
        <Paragraph>
          {facts.holder === 'assistant'
            ? m['mail.words-to-confirm.body-assistant'](told, to)
            : m['mail.words-to-confirm.body'](told, to)}
        </Paragraph>
        <AssistantCopy facts={facts} locale={locale} />
        <Paragraph>{m['mail.words-to-confirm.next']({}, to)}</Paragraph>
        <SpeakingLink
          facts={{ ...facts, speakingUrl: facts.wordsUrl }}
          locale={locale}
          label={m['mail.words-to-confirm.action']({}, to)}
        />
      </>
    ),
    footer: speakerFooter(facts, locale),
  }
}
