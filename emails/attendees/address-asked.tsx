import { m } from '#app/paraglide/messages.js'
import { formatDateTime } from '#app/shared/time/format.ts'
import type { AddressFacts } from '../facts.ts'
import { addressFooter, attendeeFooter, type Template } from '../letter.ts'
import { Paragraph } from '../pieces.tsx'
import { Link } from './registration-pieces.tsx'

/** A new address is proved by the link in this mail; one that is registered already is told so, and nobody else. */
export const addressAsked: Template<AddressFacts> = (facts, locale) => {
  const to = { locale }
  const { event, url, address } = facts
  const title = event.title.text
  const { timeZone, city, accent } = event
  if (address === 'known') {
    return {
      event,
      subject: m['mail.address-known.subject']({ event: title }, to),
      preview: m['mail.address-known.body1']({ event: title }, to),
      heading: m['mail.address-known.heading']({}, to),
      body: (
        <>
          <Paragraph>{m['mail.address-known.body1']({ event: title }, to)}</Paragraph>
          <Paragraph>{m['mail.address-known.body2']({}, to)}</Paragraph>
          <Link href={url} label={m['mail.address-known.action']({}, to)} accent={accent} locale={locale} />
          <Paragraph>{m['mail.address-known.body3']({}, to)}</Paragraph>
        </>
      ),
      footer: attendeeFooter(event, locale),
    }
  }
  const deadline = facts.deadline ? formatDateTime(facts.deadline, timeZone, locale, city) : ''
  return {
    event,
    subject: m['mail.address-asked.subject']({ event: title }, to),
    preview: m['mail.address-asked.preheader']({ deadline }, to),
    heading: m['mail.address-asked.heading']({}, to),
    body: (
      <>
        <Paragraph>{m['mail.address-asked.body1']({ event: title }, to)}</Paragraph>
        <Paragraph>{m['mail.address-asked.body2']({ deadline }, to)}</Paragraph>
        <Link href={url} label={m['mail.address-asked.action']({}, to)} accent={accent} locale={locale} />
        <Paragraph>{m['mail.address-asked.body3']({}, to)}</Paragraph>
      </>
    ),
    footer: addressFooter(event, locale),
  }
}
