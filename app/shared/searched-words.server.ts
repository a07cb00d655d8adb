import { type SQL, sql } from 'drizzle-orm'
import { database } from '#db/transaction.server.ts'
import { isCleanText } from './forms/form-text.ts'

/** No stored text has it: what was typed and is no text, or only signs, finds nothing. */
const nowhere = '\u{fffd}'

/**
 * The words of a search as the database folds them (`search_text`: no case, no diacritics), eight at most; none when
 * nothing was typed.
 */
export async function searchedWords(typed: string): Promise<string[]> {
  if (!typed.trim()) return []
  if (!isCleanText(typed)) return [nowhere]
  const [row] = await database().execute<{ folded: string }>(
    sql`select search_text(${typed.normalize('NFC').slice(0, 200)}) as folded`,
  )
  const words = (row?.folded ?? '').split(/\s+/).filter(Boolean)
  return words.length > 0 ? words.slice(0, 8) : [nowhere]
}

/** A text that was folded alike holds the word. */
export const holdsWord = (text: SQL, word: string): SQL =>
  sql`${text} like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`
