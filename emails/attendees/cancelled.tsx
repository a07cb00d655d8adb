import { m } from '#app/paraglide/messages.js'
import type { RegistrationFacts } from '../facts.ts'
import { attendeeFooter, type Template } from '../letter.ts'
import { whenText } from '../moments.ts'
import { Paragraph } from '../pieces.tsx'
import { Link, Outdated, Reason } from './registration-pieces.tsx'

// Whoever reads it knows at once who ended it: they did, a deadline did, or the organizers did.
const texts = {
  attendee: {
    subject: m['mail.cancelled-by-attendee.subject'],
    preview: m['mail.cancelled-by-attendee.preheader'],
    heading: m['mail.cancelled-by-attendee.heading'],
    first: m['mail.cancelled-by-attendee.body1'],
    next: m['mail.cancelled-by-attendee.body2'],
    action: m['mail.cancelled-by-attendee.action'],
  },
  deadline: {
    subject: m['mail.cancelled-by-deadline.subject'],
    preview: m['mail.cancelled-by-deadline.preheader'],
    heading: m['mail.cancelled-by-deadline.heading'],
    first: m['mail.cancelled-by-deadline.body1'],
    next: m['mail.cancelled-by-deadline.body2'],
    action: m['mail.cancelled-by-deadline.action'],
  },
  event: {
    subject: m['mail.cancelled-by-event.subject'],
    preview: m['mail.cancelled-by-event.preheader'],
    heading: m['mail.cancelled-by-event.heading'],
    first: m['mail.cancelled-by-event.body1'],
    next: m['mail.cancelled-by-event.body2'],
    action: m['mail.cancelled-by-event.action'],
  },
  organizer: {
    subject: m['mail.cancelled-by-organizer.subject'],
    preview: m['mail.cancelled-by-organizer.preheader'],
    heading: m['mail.cancelled-by-organizer.heading'],
    first: m['mail.cancelled-by-organizer.body1'],
    next: m['mail.cancelled-by-organizer.body2'],
    action: m['mail.cancelled-by-organizer.action'],
  },
  unsaid: {
    subject: m['mail.cancelled.subject'],
    preview: m['mail.cancelled.preheader'],
    heading: m['mail.cancelled.heading'],
    first: m['mail.cancelled.body1'],
    next: m['mail.cancelled.body2'],
    action: m['mail.cancelled.action'],
  },
}

/** A registration has ended. */
export const cancelled: Template<RegistrationFacts> = (facts, locale) => {
  const to = { locale }
  const say = texts[facts.by ?? 'unsaid']
  const told = { event: facts.event.title.text, when: whenText(facts.event, locale) }
  return {
    event: facts.event,
    subject: say.subject(told, to),
    preview: say.preview(told, to),
    heading: say.heading({}, to),
    opening: <Paragraph>{say.first(told, to)}</Paragraph>,
    body: (
      <>
        {facts.by !== 'attendee' && facts.by !== 'deadline' && <Reason facts={facts} locale={locale} />}
        <Outdated facts={facts} locale={locale} />
        <Paragraph>{say.next({}, to)}</Paragraph>
        {facts.calendar === 'CANCEL' && <Paragraph>{m['mail.common.calendar-cancelled']({}, to)}</Paragraph>}
        {facts.entries ? <Paragraph>{m['mail.common.places-cancelled']({}, to)}</Paragraph> : null}
        {facts.event.url && (
          <Link
            href={facts.event.url}
            label={say.action({}, to)}
            accent={facts.event.accent}
            locale={locale}
          />
        )}
      </>
    ),
    footer: attendeeFooter(facts.event, locale),
  }
}
