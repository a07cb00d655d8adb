import { m } from '#app/paraglide/messages.js'
import type { RegistrationFacts } from '../facts.ts'
import { attendeeFooter, type Template } from '../letter.ts'
import { whenText } from '../moments.ts'
import { Paragraph } from '../pieces.tsx'
import { DoorTicket, EventDetails, Outdated, PersonalLink, WayThere } from './registration-pieces.tsx'

/** "You have a seat", and the ticket, which opens no page: with it a forwarded mail lets in one guest, and changes nothing. */
export const confirmed: Template<RegistrationFacts> = (facts, locale) => {
  const to = { locale }
  const event = facts.event.title.text
  const when = whenText(facts.event, locale)
  const { place } = facts.event
  return {
    event: facts.event,
    subject: m['mail.confirmed.subject']({ event }, to),
    preview: place ? m['mail.confirmed.preheader']({ when, place }, to) : when,
    heading: m['mail.confirmed.heading']({}, to),
    opening: <Paragraph>{m['mail.confirmed.body1']({ event }, to)}</Paragraph>,
    body: (
      <>
        <Outdated facts={facts} locale={locale} />
        <EventDetails facts={facts} locale={locale} />
        <DoorTicket facts={facts} locale={locale} />
        <PersonalLink facts={facts} locale={locale} label={m['mail.confirmed.action']({}, to)} />
        <WayThere url={facts.event.wayUrl} accent={facts.event.accent} locale={locale} />
        <Paragraph>{m['mail.confirmed.body5']({}, to)}</Paragraph>
        {facts.calendar === 'REQUEST' && (
          <>
            <Paragraph>{m['mail.confirmed.body2']({}, to)}</Paragraph>
            <Paragraph>{m['mail.confirmed.body3']({}, to)}</Paragraph>
          </>
        )}
      </>
    ),
    footer: attendeeFooter(facts.event, locale),
  }
}
