import { m } from '#app/paraglide/messages.js'
import type { FactsOf } from '../facts.ts'
import { guestFooter, type Template } from '../letter.ts'
import { spanLines, whenText } from '../moments.ts'
import { Details, Paragraph } from '../pieces.tsx'
import { Link } from './registration-pieces.tsx'

/** A host asks a guest of its own to come, asks once more, or takes it back. */
export const guestInvited: Template<FactsOf['guest-invited']> = (facts, locale) => {
  const to = { locale }
  const { event, what, organization, greeting, url } = facts
  const told = { organization, event: facts.title.text }
  const isAsked = what === 'invited' || what === 'reminded'
  const rows = [
    { label: m['mail.common.when']({}, to), lines: spanLines(event, locale) },
    ...(event.place ? [{ label: m['mail.common.place']({}, to), lines: [event.place] }] : []),
  ]
  return {
    event: { ...event, title: facts.title },
    subject: m[`mail.guest-invited.${what}-subject`](told, to),
    preview: whenText(event, locale),
    heading: m[`mail.guest-invited.${what}-heading`](told, to),
    body: (
      <>
        {greeting && isAsked && <Paragraph>{greeting}</Paragraph>}
        <Paragraph>{m[`mail.guest-invited.${what}-body`](told, to)}</Paragraph>
        <Details rows={rows} />
        {isAsked && (
          <>
            <Link
              href={url}
              label={m['mail.guest-invited.action']({}, to)}
              accent={event.accent}
              locale={locale}
            />
            <Paragraph>{m['mail.guest-invited.hold']({}, to)}</Paragraph>
          </>
        )}
      </>
    ),
    footer: guestFooter({ ...event, title: facts.title }, organization, locale),
  }
}
