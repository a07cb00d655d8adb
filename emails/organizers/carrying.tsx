import { m } from '#app/paraglide/messages.js'
import { Link } from '../attendees/registration-pieces.tsx'
import type { CarryingFacts } from '../facts.ts'
import { memberFooter, type Template } from '../letter.ts'
import { Details, Paragraph } from '../pieces.tsx'

const plainAccent = '#8a1f2d'

/** To the admins of a body that it was asked to carry an initiative; to who asked, what it answered. */
export const carrying: Template<CarryingFacts> = (facts, locale) => {
  const { what, organization, by } = facts
  const to = { locale }
  const bodies = new Intl.ListFormat(locale, { type: 'conjunction' }).format(facts.bodies)
  const told = { organization, bodies, by, initiative: facts.initiative.text }
  const about = facts.summary.text ? [facts.summary.text] : []
  return {
    subject: m[`mail.carrying.${what}-subject`](told, to),
    preview: m[`mail.carrying.${what}-body`](told, to),
    heading: m[`mail.carrying.${what}-heading`](told, to),
    body: (
      <>
        <Paragraph>{m[`mail.carrying.${what}-body`](told, to)}</Paragraph>
        <Details
          rows={[
            { label: m['mail.carrying.initiative']({}, to), lines: [facts.initiative.text, ...about] },
            { label: m['mail.carrying.bodies']({}, to), lines: facts.bodies },
          ]}
        />
        <Paragraph>{m[`mail.carrying.${what}-next`](told, to)}</Paragraph>
        <Link
          href={facts.url}
          label={what === 'asked' ? m['mail.carrying.answer']({}, to) : m['mail.carrying.open']({}, to)}
          accent={plainAccent}
          locale={locale}
        />
      </>
    ),
    footer: memberFooter(locale),
  }
}
