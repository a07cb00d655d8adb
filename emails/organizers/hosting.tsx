import { m } from '#app/paraglide/messages.js'
import { formatDays } from '#app/shared/time/format.ts'
import { Link } from '../attendees/registration-pieces.tsx'
import type { HostingFacts } from '../host-facts.ts'
import { memberFooter, type Template } from '../letter.ts'
import { Details, Paragraph } from '../pieces.tsx'

const plainAccent = '#8a1f2d'

/** To the admins of a body that it was asked to host, or has left; to who asked, what it answered. */
export const hosting: Template<HostingFacts> = (facts, locale) => {
  const { what, organization, by } = facts
  const to = { locale }
  const hosts = new Intl.ListFormat(locale, { type: 'conjunction' }).format(facts.hosts)
  const told = { organization, hosts, by, event: facts.title.text }
  return {
    subject: m[`mail.hosting.${what}-subject`](told, to),
    preview: m[`mail.hosting.${what}-body`](told, to),
    heading: m[`mail.hosting.${what}-heading`](told, to),
    body: (
      <>
        <Paragraph>{m[`mail.hosting.${what}-body`](told, to)}</Paragraph>
        <Details
          rows={[
            { label: m['mail.hosting.event']({}, to), lines: [facts.title.text] },
            {
              label: m['mail.hosting.when']({}, to),
              lines: [formatDays(facts.startsAt, facts.endsAt, facts.timeZone, locale)],
            },
            { label: m['mail.hosting.hosts']({}, to), lines: facts.hosts },
          ]}
        />
        <Paragraph>{m[`mail.hosting.${what}-next`](told, to)}</Paragraph>
        <Link
          href={facts.url}
          label={what === 'asked' ? m['mail.hosting.answer']({}, to) : m['mail.hosting.open']({}, to)}
          accent={plainAccent}
          locale={locale}
        />
      </>
    ),
    footer: memberFooter(locale),
  }
}
