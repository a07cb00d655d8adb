import { m } from '#app/paraglide/messages.js'
import type { RegistrationFacts } from '../facts.ts'
import { attendeeFooter, type Template } from '../letter.ts'
import { Paragraph } from '../pieces.tsx'
import { EventDetails, Outdated, PersonalLink } from './registration-pieces.tsx'

/** "We received it": it waits for approval and is no seat yet. */
export const received: Template<RegistrationFacts> = (facts, locale) => {
  const to = { locale }
  const event = facts.event.title.text
  return {
    event: facts.event,
    subject: m['mail.received.subject']({ event }, to),
    preview: m['mail.received.preheader']({}, to),
    heading: m['mail.received.heading']({}, to),
    opening: (
      <>
        <Paragraph>{m['mail.received.body1']({ event, category: facts.category }, to)}</Paragraph>
        <Paragraph>{m['mail.received.body2']({}, to)}</Paragraph>
      </>
    ),
    body: (
      <>
        <Outdated facts={facts} locale={locale} />
        <EventDetails facts={facts} locale={locale} />
        <Paragraph>{m['mail.received.body3']({}, to)}</Paragraph>
        <PersonalLink facts={facts} locale={locale} label={m['mail.received.action']({}, to)} />
      </>
    ),
    footer: attendeeFooter(facts.event, locale),
  }
}
