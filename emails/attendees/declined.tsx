import { m } from '#app/paraglide/messages.js'
import type { RegistrationFacts } from '../facts.ts'
import { attendeeFooter, type Template } from '../letter.ts'
import { Paragraph } from '../pieces.tsx'
import { Link, Outdated, Reason } from './registration-pieces.tsx'

/** The hosts could not offer a seat. */
export const declined: Template<RegistrationFacts> = (facts, locale) => {
  const to = { locale }
  const event = facts.event.title.text
  const others = { href: `${facts.appUrl}/${locale}`, label: m['mail.declined.action']({}, to) }
  return {
    event: facts.event,
    subject: m['mail.declined.subject']({ event }, to),
    preview: m['mail.declined.preheader']({}, to),
    heading: m['mail.declined.heading']({}, to),
    opening: <Paragraph>{m['mail.declined.body1']({ event }, to)}</Paragraph>,
    body: (
      <>
        <Reason facts={facts} locale={locale} />
        <Outdated facts={facts} locale={locale} />
        <Paragraph>{m['mail.declined.body2']({}, to)}</Paragraph>
        <Link {...others} accent={facts.event.accent} locale={locale} />
      </>
    ),
    footer: attendeeFooter(facts.event, locale),
  }
}
