import { m } from '#app/paraglide/messages.js'
import { Link } from '../attendees/registration-pieces.tsx'
import type { Template } from '../letter.ts'
import { Details, Paragraph } from '../pieces.tsx'
import type { SupportingFacts } from '../supporter-facts.ts'

const plainAccent = '#8a1f2d'

type Said = { subject: string; heading: string; body: string[]; action: string; footer: string }

/** Asks whether somebody wishes to join an initiative, or tells a supporter where they stand. */
export const supporting: Template<SupportingFacts> = (facts, locale) => {
  const to = { locale }
  const { what, agreed, reason, url } = facts
  const { subject, heading, body, action, footer } = texts[what](facts, to)
  const [first = '', ...rest] = body
  return {
    sender: facts.initiative.text,
    subject,
    preview: first,
    heading,
    body: (
      <>
        <Paragraph>{first}</Paragraph>
        {agreed.length > 0 && (
          // A row each: of several lines in one the first would weigh more.
          <Details
            rows={agreed.map((text) => ({ label: m['mail.supporter.agreed']({}, to), lines: [text] }))}
          />
        )}
        {reason && <Paragraph>{m['mail.supporter.reason']({ reason }, to)}</Paragraph>}
        {rest.map((line) => (
          <Paragraph key={line}>{line}</Paragraph>
        ))}
        <Link href={url} label={action} accent={plainAccent} locale={locale} />
      </>
    ),
    footer: [footer, m['mail.supporter.page']({ url: facts.initiativeUrl }, to)],
  }
}

type To = { locale: 'vi' | 'en' }

const texts: Record<SupportingFacts['what'], (facts: SupportingFacts, to: To) => Said> = {
  asked: ({ initiative: { text: initiative } }, to) => ({
    subject: m['mail.supporter-asked.subject']({ initiative }, to),
    heading: m['mail.supporter-asked.heading']({}, to),
    body: [
      m['mail.supporter-asked.body1']({ initiative }, to),
      m['mail.supporter-asked.body2']({}, to),
      m['mail.supporter-asked.body3']({}, to),
    ],
    action: m['mail.supporter-asked.action']({}, to),
    footer: m['mail.supporter-asked.footer']({ initiative }, to),
  }),
  known: ({ initiative: { text: initiative } }, to) => ({
    subject: m['mail.supporter-known.subject']({ initiative }, to),
    heading: m['mail.supporter-known.heading']({}, to),
    body: [m['mail.supporter-known.body1']({ initiative }, to), m['mail.supporter-known.body2']({}, to)],
    action: m['mail.supporter.open']({}, to),
    footer: m['mail.supporter-known.footer']({ initiative }, to),
  }),
  welcome: ({ initiative: { text: initiative } }, to) => ({
    subject: m['mail.supporter-welcome.subject']({ initiative }, to),
    heading: m['mail.supporter-welcome.heading']({}, to),
    body: [m['mail.supporter-welcome.body1']({ initiative }, to), m['mail.supporter-welcome.body2']({}, to)],
    action: m['mail.supporter.open']({}, to),
    footer: m['mail.supporter.footer']({ initiative }, to),
  }),
  changed: ({ initiative: { text: initiative } }, to) => ({
    subject: m['mail.supporter-changed.subject']({ initiative }, to),
    heading: m['mail.supporter-changed.heading']({}, to),
    body: [m['mail.supporter-changed.body1']({ initiative }, to), m['mail.supporter-changed.body2']({}, to)],
    action: m['mail.supporter.open']({}, to),
    footer: m['mail.supporter.footer']({ initiative }, to),
  }),
  left: ({ initiative: { text: initiative } }, to) => ({
    subject: m['mail.supporter-left.subject']({ initiative }, to),
    heading: m['mail.supporter-left.heading']({}, to),
    body: [m['mail.supporter-left.body1']({ initiative }, to), m['mail.supporter-left.body2']({}, to)],
    action: m['mail.supporter.open']({}, to),
    footer: m['mail.supporter.footer']({ initiative }, to),
  }),
  removed: ({ initiative: { text: initiative } }, to) => ({
    subject: m['mail.supporter-removed.subject']({ initiative }, to),
    heading: m['mail.supporter-removed.heading']({}, to),
    body: [m['mail.supporter-removed.body1']({ initiative }, to), m['mail.supporter-removed.body2']({}, to)],
    action: m['mail.supporter.open']({}, to),
    footer: m['mail.supporter.footer']({ initiative }, to),
  }),
}
