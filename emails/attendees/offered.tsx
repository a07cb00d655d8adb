import { m } from '#app/paraglide/messages.js'
import { formatDateTime } from '#app/shared/time/format.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { RegistrationFacts } from '../facts.ts'
import { attendeeFooter, type Template } from '../letter.ts'
import { Paragraph } from '../pieces.tsx'
import { EventDetails, Outdated, PersonalLink } from './registration-pieces.tsx'

/** A seat is held until a deadline, for a decision or for the proof of an address; opening this mail takes nothing. */
export const offered: Template<RegistrationFacts> = (facts, locale) => {
  const to = { locale }
  const event = facts.event.title.text
  const { timeZone, city } = facts.event
  const deadline = facts.deadline ? formatDateTime(facts.deadline, timeZone, locale, city) : ''
  if (facts.asksAddress) return held(facts, locale, deadline)
  return {
    event: facts.event,
    subject: m['mail.offered.subject']({ event }, to),
    preview: m['mail.offered.preheader']({ deadline }, to),
    heading: m['mail.offered.heading']({}, to),
    opening: (
      <>
        <Paragraph>{m['mail.offered.body1']({ event, deadline }, to)}</Paragraph>
        <Paragraph>{m['mail.offered.body2']({}, to)}</Paragraph>
      </>
    ),
    body: (
      <>
        <Outdated facts={facts} locale={locale} />
        <EventDetails facts={facts} locale={locale} />
        <PersonalLink facts={facts} locale={locale} label={m['mail.offered.action']({}, to)} />
        <Paragraph>{m['mail.offered.body3']({}, to)}</Paragraph>
      </>
    ),
    footer: attendeeFooter(facts.event, locale),
  }
}

function held(facts: RegistrationFacts, locale: Locale, deadline: string): ReturnType<typeof offered> {
  const to = { locale }
  const event = facts.event.title.text
  return {
    event: facts.event,
    subject: m['mail.held.subject']({ event }, to),
    preview: m['mail.held.preheader']({ deadline }, to),
    heading: m['mail.held.heading']({}, to),
    body: (
      <>
        <Paragraph>{m['mail.held.body1']({ event, deadline }, to)}</Paragraph>
        <Paragraph>{m['mail.held.body2']({}, to)}</Paragraph>
        <Outdated facts={facts} locale={locale} />
        <EventDetails facts={facts} locale={locale} />
        <PersonalLink facts={facts} locale={locale} label={m['mail.held.action']({}, to)} />
        <Paragraph>{m['mail.held.body3']({}, to)}</Paragraph>
      </>
    ),
    footer: attendeeFooter(facts.event, locale),
  }
}
