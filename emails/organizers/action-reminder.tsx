import { m } from '#app/paraglide/messages.js'
import { formatDay } from '#app/shared/time/format.ts'
import type { ActionFacts } from '../facts.ts'
import { speakerFooter, type Template } from '../letter.ts'
import { Details, Paragraph } from '../pieces.tsx'
import { AssistantCopy, SpeakingLink } from '../speakers/speaking-pieces.tsx'

/** Reminds somebody of what they took on, as it stands when the mail goes out. */
export const actionReminder: Template<ActionFacts> = (facts, locale) => {
  const to = { locale }
  const told = { event: facts.event.title.text, speaker: facts.speaker, action: facts.action.text }
  const due = facts.dueOn && formatDay(new Date(`${facts.dueOn}T12:00:00Z`), 'UTC', locale)
  const rows = [
    { label: m['mail.action-reminder.what']({}, to), lines: [facts.action.text] },
    ...(due ? [{ label: m['mail.action-reminder.due']({}, to), lines: [due] }] : []),
  ]
  return {
    event: facts.event,
    subject: m['mail.action-reminder.subject'](told, to),
    preview: m['mail.action-reminder.preheader'](told, to),
    heading: m['mail.action-reminder.heading']({}, to),
    body: (
      <>
        <Paragraph>
          {facts.holder === 'assistant'
            ? m['mail.action-reminder.body-assistant'](told, to)
            : m['mail.action-reminder.body'](told, to)}
        </Paragraph>
        <AssistantCopy facts={facts} locale={locale} />
        <Details rows={rows} />
        {facts.isLate && <Paragraph>{m['mail.action-reminder.late']({}, to)}</Paragraph>}
        <SpeakingLink
          facts={{ ...facts, speakingUrl: facts.wordsUrl }}
          locale={locale}
          label={m['mail.action-reminder.action']({}, to)}
        />
      </>
    ),
    footer: speakerFooter(facts, locale),
  }
}
