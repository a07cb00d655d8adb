import { expect, test } from 'vitest'
import { locales, mailKinds } from '#app/shared/vocabulary.ts'
import { renderMail } from './render.server.tsx'
import { samplesOf } from './samples.ts'

/** Every word of a text held to the next one by the author's mark. */
const marked = <Value>(value: Value): Value => held(value) as Value
const addresses = /^(?:https?:|#)|@|^[\w-]+\/[\w/]+$/

function held(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(held)
  if (typeof value === 'string')
    return addresses.test(value) ? value : value.replace(/(?<=\p{L}) (?=\p{L})/gu, '~')
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, held(part)]))
}

test.each(mailKinds.flatMap((kind) => locales.map((locale) => [kind, locale] as const)))(
  '%s in %s shows no mark of an author, in its subject or anywhere',
  (kind, locale) => {
    for (const facts of samplesOf(kind, locale)) {
      const { subject, html, text } = renderMail(kind, marked(facts), locale)
      expect([subject, html, text].join('\n')).not.toMatch(/\p{L}~\p{L}/u)
    }
  },
)
