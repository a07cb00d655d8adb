import { m } from '#app/paraglide/messages.js'
import type { ContactFacts } from '../facts.ts'
import { contactFooter, type Template } from '../letter.ts'
import { Paragraph } from '../pieces.tsx'

/** A word to the old address before anything goes to the new one. */
export const contactChanged: Template<ContactFacts> = (facts, locale) => {
  const to = { locale }
  const told = { event: facts.event.title.text, name: facts.name, address: facts.address || '–' }
  return {
    event: facts.event,
    subject: m['mail.contact-changed.subject'](told, to),
    preview: m[`mail.contact-changed.${facts.what}`](told, to),
    heading: m['mail.contact-changed.heading']({}, to),
    body: (
      <>
        <Paragraph>{m[`mail.contact-changed.${facts.what}`](told, to)}</Paragraph>
        <Paragraph>{m['mail.contact-changed.wrong']({}, to)}</Paragraph>
      </>
    ),
    footer: contactFooter(facts, locale),
  }
}
