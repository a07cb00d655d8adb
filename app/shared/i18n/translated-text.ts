import type { Locale } from '#app/shared/vocabulary.ts'
import { sameWords, withKeptWords, withoutMarks } from './kept-words.ts'

/** A text in up to two languages. `madeFrom` is the fingerprint of the original the translation was made from. */
export type TranslatedText = { vi?: string; en?: string; original?: Locale; madeFrom?: string }

const other = (locale: Locale): Locale => (locale === 'vi' ? 'en' : 'vi')

/** The text for a reader of `locale`, with the language it is really in; empty string when neither exists. */
export function read(
  value: TranslatedText | null | undefined,
  locale: Locale,
): { text: string; lang: Locale } {
  const { text, lang } = stored(value, locale)
  return { text: withKeptWords(text), lang }
}

function stored(value: TranslatedText | null | undefined, locale: Locale): { text: string; lang: Locale } {
  const own = value?.[locale]
  if (own) return { text: own, lang: locale }
  const fallback = value?.[other(locale)]
  return fallback ? { text: fallback, lang: other(locale) } : { text: '', lang: locale }
}

/** The same in plain words, for feeds and calendars. */
export function readPlain(
  value: TranslatedText | null | undefined,
  locale: Locale,
): { text: string; lang: Locale } {
  const { text, lang } = stored(value, locale)
  return { text: withoutMarks(text), lang }
}

/** The words only, for places that cannot carry a `lang` (mail subjects, calendar files). */
export function textIn(value: TranslatedText | null | undefined, locale: Locale): string {
  return withoutMarks(stored(value, locale).text)
}

/** True when the original changed after the translation was made from it. A missing translation is not stale. */
export function isStale(value: TranslatedText | null | undefined): boolean {
  if (!value?.original || !value[other(value.original)]) return false
  const original = value[value.original] ?? ''
  return ![original, withoutMarks(original)].some((words) => fingerprint(words) === value.madeFrom)
}

/** The language that lacks a text while the other has one, or null. */
export function missingIn(value: TranslatedText | null | undefined): Locale | null {
  if (!value || Boolean(value.vi) === Boolean(value.en)) return null
  return value.vi ? 'en' : 'vi'
}

/** A text written in both languages at once, or in one: what seeds and new forms store. */
export function write(
  words: { vi?: string | undefined; en?: string | undefined },
  original: Locale = 'vi',
): TranslatedText {
  return edit({}, words, original)
}

/**
 * The stored value after an editor saved both fields: as it was when neither changed. Changing the original alone makes the translation stale;
 * changing the translation, or saying `confirmed`, binds it to the original as it stands now.
 */
export function edit(
  before: TranslatedText,
  words: { vi?: string | undefined; en?: string | undefined },
  writtenFirst: Locale = 'vi',
  confirmed = false,
): TranslatedText {
  const vi = words.vi?.trim() ?? ''
  const en = words.en?.trim() ?? ''
  if (!confirmed && vi === (before.vi ?? '') && en === (before.en ?? '')) return before
  if (!vi && !en) return {}
  const next = { ...(vi && { vi }), ...(en && { en }) }
  const kept = before.original && next[before.original] ? before.original : undefined
  const original = kept ?? (next[writtenFirst] ? writtenFirst : other(writtenFirst))
  const translation = next[other(original)]
  if (!translation) return { ...next, original }
  const isOther = !sameWords(translation, before[other(original)])
  const renewed = confirmed || isOther || before.original !== original
  const madeFrom = renewed ? fingerprint(withoutMarks(next[original] ?? '')) : before.madeFrom
  return { ...next, original, ...(madeFrom && { madeFrom }) }
}

/** FNV-1a, 32 bit: only compares a text with its own earlier self, so short and browser-safe is enough. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/** What a sentence of the product says in each language. */
export function inEach(write: (locale: Locale) => string): TranslatedText {
  return { vi: write('vi'), en: write('en') }
}

/** A text in both languages as the two fields of a form hold it. */
export function inBoth(text: TranslatedText | null | undefined): { vi: string; en: string } {
  return { vi: text?.vi ?? '', en: text?.en ?? '' }
}
