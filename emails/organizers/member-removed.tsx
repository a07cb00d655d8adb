import { m } from '#app/paraglide/messages.js'
import type { RemovalFacts } from '../facts.ts'
import { removedFooter, type Template } from '../letter.ts'
import { Paragraph } from '../pieces.tsx'

/** Somebody was taken out of an organization: what that ends, what it leaves, and whom to ask. */
export const memberRemoved: Template<RemovalFacts> = ({ organization, role }, locale) => {
  const to = { locale }
  const told = { organization, role: m[`organize.role.${role}`]({}, to) }
  return {
    subject: m['mail.member-removed.subject'](told, to),
    preview: m['mail.member-removed.body1'](told, to),
    heading: m['mail.member-removed.heading'](told, to),
    body: (
      <>
        <Paragraph>{m['mail.member-removed.body1'](told, to)}</Paragraph>
        <Paragraph>{m['mail.member-removed.body2'](told, to)}</Paragraph>
        <Paragraph>{m['mail.member-removed.body3'](told, to)}</Paragraph>
      </>
    ),
    footer: removedFooter(organization, locale),
  }
}
