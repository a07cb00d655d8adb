import { sql } from 'drizzle-orm'
import { customType, integer, jsonb, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { type Locale, locales } from '#app/shared/vocabulary.ts'

export const id = () => uuid().primaryKey().defaultRandom()
export const instant = () => timestamp({ withTimezone: true, mode: 'date', precision: 3 })
export const createdAt = () => instant().notNull().defaultNow()
/** Counts saves; a form sends back the revision it was made from. */
export const revision = () => integer().notNull().default(1)
export const translated = () => jsonb().$type<TranslatedText>().notNull().default({})
export const locale = () => text({ enum: locales }).$type<Locale>().notNull()
export const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })

/** `column in ('a', 'b')` for a check constraint, from the vocabulary. */
export function oneOf(column: string, codes: readonly string[]) {
  return sql.raw(`${column} in (${codes.map((code) => `'${code}'`).join(', ')})`)
}
