import * as z from 'zod/mini'
import { kindNames } from '#app/organize/mail-labels.tsx'
import { searchable } from '#app/shared/searchable.ts'
import { type MailKind, mailKinds, outboxStates } from '#app/shared/vocabulary.ts'

const querySchema = z.object({
  q: z.catch(z.string().check(z.trim(), z.maxLength(200)), ''),
  state: z.catch(z.nullable(z.enum(outboxStates)), null),
})

/** What the list is narrowed to; what an address says otherwise narrows nothing. */
export function readOutboxQuery(asked: URLSearchParams) {
  return z.parse(querySchema, { q: asked.get('q') ?? '', state: asked.get('state') })
}

/** The kinds of mail whose names, in the reader's language, have all these words. */
export function kindsNamed(q: string): MailKind[] {
  const words = searchable(q).split(' ').filter(Boolean)
  if (words.length === 0) return []
  return mailKinds.filter((kind) => words.every((word) => searchable(kindNames[kind]()).includes(word)))
}
