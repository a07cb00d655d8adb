import { LRUCache } from 'lru-cache'
import { withoutMarks } from '#app/shared/i18n/kept-words.ts'
import type { Locale, MailKind } from '#app/shared/vocabulary.ts'
import type { FactsOf } from '#emails/facts.ts'
import type { Secret } from '../redaction.ts'
import type { Drawing } from './drawing.server.ts'
import { type DrawnWords, filledMail, type MailBodies } from './drawn-once.ts'
import { markOf, type Values } from './marks.ts'

// Hundreds are told the same at once; a minute later it may be told otherwise.
const drawings = new LRUCache<string, DrawnWords>({ max: 50, ttl: 60_000 })

/**
 * The words of a mail. Those who are told the same have one drawing between them, with marks for what is each one's own:
 * their name, the secrets of their links, the code of their ticket.
 */
export function drawOnce<Kind extends MailKind>(
  { renderMail }: Drawing,
  kind: Kind,
  { facts, locale, secrets }: { facts: FactsOf[Kind]; locale: Locale; secrets: readonly Secret[] },
): DrawnWords & { bodies?: MailBodies } {
  const { marked, values } = markedFacts(facts, secrets)
  const key = `${kind} ${locale} ${JSON.stringify(marked)}`
  // Their organizers' own words hold the name where a text may be cut, or read as prose.
  if (key.includes('{name}')) return renderMail(kind, facts, locale)
  let drawn = drawings.get(key)
  if (!drawn) {
    drawn = renderMail(kind, marked, locale)
    drawings.set(key, drawn)
  }
  return filledMail(drawn, values)
}

const names = 'abcdefghij'

function markedFacts<Facts extends FactsOf[MailKind]>(facts: Facts, secrets: readonly Secret[]) {
  const values: Record<string, string> = { name: withoutMarks(facts.recipientName) }
  const known = secrets
    .filter(({ value }) => value !== '')
    .map(({ value }, at) => ({ value, own: `secret${names[at]}` }))
  for (const { value, own } of known) values[own] = value
  const ticket = 'ticket' in facts && facts.ticket ? facts.ticket : undefined
  if (ticket) values.ticket = ticket.code
  const marked = {
    ...(marking(facts) as Facts),
    recipientName: markOf('name'),
    ...(ticket && { ticket: { ...ticket, code: markOf('ticket') } }),
  }
  return { marked, values: values satisfies Values }

  function marking(value: unknown): unknown {
    if (typeof value === 'string')
      return known.reduce((text, one) => text.replaceAll(one.value, markOf(one.own)), value)
    if (Array.isArray(value)) return value.map(marking)
    // Dates and the like are no texts.
    if (!value || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, marking(part)]))
  }
}
