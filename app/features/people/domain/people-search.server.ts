import { and, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { isCleanText } from '#app/shared/forms/form-text.ts'
import { person } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

/** Names by the rules of the reader's language: Đ is a letter of its own in Vietnamese. */
export const byName = ({ locale }: Pick<Context, 'locale'>): SQL =>
  sql`${person.name} collate ${sql.raw(locale === 'vi' ? '"vi-x-icu"' : '"en-x-icu"')}`

const mostWords = 8
const mostLetters = 200

/** What a search of `text` (the names when left out) lets through, whatever the diacritics, and what puts names spelled as typed first. */
export async function peopleSearch(
  typed: string,
  text: SQLWrapper = person.search,
): Promise<{ found: SQL; asTyped: SQL } | null> {
  if (!typed.trim()) return null
  const words = isCleanText(typed) ? wordsOf(typed.normalize('NFC').slice(0, mostLetters)) : []
  if (words.length === 0) return { found: sql`false`, asTyped: sql`false` }
  const addresses = words.filter((word) => word.includes('@'))
  const names = words.filter((word) => !word.includes('@'))
  const [row] = await database().execute<{ folded: string; spelled: string[] }>(
    sql`select search_text(${names.join(' ')}) as folded, spelled_words(${names.join(' ')}) as spelled`,
  )
  const { folded = '', spelled = [] } = row ?? {}
  return {
    found: and(...addresses.map(mailed), ...wordsOf(folded).map((word) => holds(text, word))) as SQL,
    asTyped: sql`spelled_words(${person.name} || ' ' || ${person.otherNames}) @> ${sql.param(spelled)}::text[]`,
  }
}

function wordsOf(text: string): string[] {
  return text
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(word))
    .slice(0, mostWords)
}

/** A word anywhere in a text; one of one or two letters only where a word begins: no trigram could find it elsewhere. */
function holds(text: SQLWrapper, word: string): SQL {
  if ([...word].length >= 3 || !/[\p{L}\p{N}]/u.test(word)) return sql`${text} like ${`%${literal(word)}%`}`
  return sql`(' ' || translate(${text}, E'\n', ' ')) like ${`% ${literal(word)}%`}`
}

function mailed(address: string): SQL {
  const begins = `${literal(address.toLowerCase())}%`
  return sql`(lower(${person.email}) like ${begins} or lower(${person.assistantEmail}) like ${begins})`
}

const literal = (word: string) => word.replace(/[\\%_]/g, '\\$&')
