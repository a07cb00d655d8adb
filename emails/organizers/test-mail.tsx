import { m } from '#app/paraglide/messages.js'
import { Link } from '../attendees/registration-pieces.tsx'
import type { TestFacts } from '../facts.ts'
import { memberFooter, type Template } from '../letter.ts'
import { Paragraph } from '../pieces.tsx'

/** Proves to an organizer that the event's mail arrives. */
export const testMail: Template<TestFacts> = (facts, locale) => {
  const to = { locale }
  const event = facts.event.title.text
  return {
    event: facts.event,
    subject: m['mail.test.subject']({ event }, to),
    preview: m['mail.test.preheader']({}, to),
    heading: m['mail.test.heading']({}, to),
    body: (
      <>
        <Paragraph>{m['mail.test.body1']({ event }, to)}</Paragraph>
        <Paragraph>{m['mail.test.body2']({}, to)}</Paragraph>
        <Link
          href={facts.outboxUrl}
          label={m['mail.test.action']({}, to)}
          accent={facts.event.accent}
          locale={locale}
        />
      </>
    ),
    footer: memberFooter(locale),
  }
}
