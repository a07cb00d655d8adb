import { m } from '#app/paraglide/messages.js'
import type { FeedbackFacts } from '../facts.ts'
import { attendeeFooter, type Template } from '../letter.ts'
import { Paragraph } from '../pieces.tsx'
import { Link, PersonalLink } from './registration-pieces.tsx'

/** The day after: thanks, three questions on one's own page, and the record where there is one. */
export const feedbackAsked: Template<FeedbackFacts> = (facts, locale) => {
  const to = { locale }
  const event = facts.event.title.text
  return {
    event: facts.event,
    subject: m['mail.feedback-asked.subject']({ event }, to),
    preview: m['mail.feedback-asked.preheader']({}, to),
    heading: m['mail.feedback-asked.heading']({}, to),
    body: (
      <>
        <Paragraph>{m['mail.feedback-asked.body1']({ event }, to)}</Paragraph>
        <Paragraph>{m['mail.feedback-asked.body2']({}, to)}</Paragraph>
        <PersonalLink facts={facts} locale={locale} label={m['mail.feedback-asked.action']({}, to)} />
        {facts.recapUrl ? (
          <>
            <Paragraph>{m['mail.feedback-asked.recap']({}, to)}</Paragraph>
            <Link
              href={facts.recapUrl}
              label={m['mail.feedback-asked.read']({}, to)}
              accent={facts.event.accent}
              locale={locale}
            />
          </>
        ) : (
          <Paragraph>{m['mail.feedback-asked.later']({}, to)}</Paragraph>
        )}
      </>
    ),
    footer: [m['mail.reminder.off']({ url: facts.remindersUrl }, to), ...attendeeFooter(facts.event, locale)],
  }
}
