import { and, not, or, type SQL, sql } from 'drizzle-orm'
import { isCleanText } from '#app/shared/forms/form-text.ts'
import { registration } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

const mostWords = 8
const mostLetters = 200

/**
 * A search as the parts of its result, best first: rows that have every word spelled as typed, then the others that
 * have it but for case and diacritics. One part when nothing is searched for, or nothing could be spelled otherwise.
 */
export async function searchParts(typed: string): Promise<(SQL | undefined)[]> {
  const words = wordsOf(isCleanText(typed) ? typed.normalize('NFC').slice(0, mostLetters) : '')
  // Signs alone are in no name, and no index could tell.
  if (words.length === 0) return [typed.trim() && isCleanText(typed) ? sql`false` : undefined]
  // An address has no diacritics to be spelled by.
  const addresses = words.filter((word) => word.includes('@'))
  const names = words.filter((word) => !word.includes('@'))
  const [row] = await database().execute<{ folded: string; spelled: string[] }>(
    sql`select search_text(${words.join(' ')}) as folded, spelled_words(${names.join(' ')}) as spelled`,
  )
  const { folded = '', spelled = [] } = row ?? {}
  const found = and(...wordsOf(folded).map(holds))
  if (spelled.length === 0) return [found]
  const asTyped = sql`${registration.words} @> ${sql.param(spelled, registration.words)}`
  return [and(asTyped, addresses.length > 0 ? found : undefined), and(found, not(asTyped))]
}

/** A search as one condition, for where its result is not ranked. */
export async function searchCondition(typed: string): Promise<SQL | undefined> {
  return or(...(await searchParts(typed)))
}

function wordsOf(text: string): string[] {
  return text
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(word))
    .slice(0, mostWords)
}

/**
 * A word anywhere in the text; one of one or two letters only where a word begins ("an" finds An, not Giang), since
 * so short a piece of a word has no trigram that an index could find it by.
 */
function holds(word: string): SQL {
  const literal = word.replace(/[\\%_]/g, '\\$&')
  // A picture stands anywhere, in no word; whoever wrote one in a name is few.
  const isShort = [...word].length < 3 && /[\p{L}\p{N}]/u.test(word)
  return sql`${registration.search} like ${isShort ? `% ${literal}%` : `%${literal}%`}`
}
