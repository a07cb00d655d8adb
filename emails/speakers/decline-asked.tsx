import { m } from '#app/paraglide/messages.js'
import { Outdated, PersonalLink } from '../attendees/registration-pieces.tsx'
import type { RegistrationFacts } from '../facts.ts'
import { attendeeFooter, type Template } from '../letter.ts'
import { whenText } from '../moments.ts'
import { Paragraph } from '../pieces.tsx'

/** An attendee's calendar declined: asked once, since a calendar declines by one wrong tap. */
export const declineAsked: Template<RegistrationFacts> = (facts, locale) => {
  const to = { locale }
  const told = { event: facts.event.title.text, when: whenText(facts.event, locale) }
  return {
    event: facts.event,
    subject: m['mail.decline-asked.subject'](told, to),
    preview: m['mail.decline-asked.preheader']({}, to),
    heading: m['mail.decline-asked.heading']({}, to),
    body: (
      <>
        <Paragraph>{m['mail.decline-asked.body1'](told, to)}</Paragraph>
        <Outdated facts={facts} locale={locale} />
        <Paragraph>{m['mail.decline-asked.body2']({}, to)}</Paragraph>
        <Paragraph>{m['mail.decline-asked.body3']({}, to)}</Paragraph>
        <PersonalLink facts={facts} locale={locale} label={m['mail.decline-asked.action']({}, to)} />
      </>
    ),
    footer: attendeeFooter(facts.event, locale),
  }
}
