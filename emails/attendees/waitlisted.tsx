import { m } from '#app/paraglide/messages.js'
import type { RegistrationFacts } from '../facts.ts'
import { attendeeFooter, type Template } from '../letter.ts'
import { Paragraph } from '../pieces.tsx'
import { EventDetails, Outdated, PersonalLink } from './registration-pieces.tsx'

/** All seats are taken; it waits in order of arrival. */
export const waitlisted: Template<RegistrationFacts> = (facts, locale) => {
  const to = { locale }
  const event = facts.event.title.text
  return {
    event: facts.event,
    subject: m['mail.waitlisted.subject']({ event }, to),
    preview: m['mail.waitlisted.preheader']({}, to),
    heading: m['mail.waitlisted.heading']({}, to),
    opening: (
      <>
        <Paragraph>{m['mail.waitlisted.body1']({ event, category: facts.category }, to)}</Paragraph>
        <Paragraph>{m['mail.waitlisted.body2']({}, to)}</Paragraph>
      </>
    ),
    body: (
      <>
        <Outdated facts={facts} locale={locale} />
        <EventDetails facts={facts} locale={locale} />
        <Paragraph>{m['mail.waitlisted.body3']({}, to)}</Paragraph>
        <PersonalLink facts={facts} locale={locale} label={m['mail.waitlisted.action']({}, to)} />
      </>
    ),
    footer: attendeeFooter(facts.event, locale),
  }
}
