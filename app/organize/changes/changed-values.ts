import type { FieldChange } from '#app/features/events/domain/edit-changes.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { languageWord } from '#app/public/code-labels.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { formatDateTime } from '#app/shared/time/format.ts'
import { entryTerms, eventKinds, type Locale, locales } from '#app/shared/vocabulary.ts'
import { fieldName } from '../field-names.ts'
import { entryName, eventKindName } from '../vocabulary-labels.ts'

/** `of` is the session, where an edit was of several fields of several sessions. */
export type ChangedValue = { of: string; name: string; from: string; to: string; isCut: boolean }

/** What the fields of a session are called, and their values in words; ids become names. */
export type SessionLabels = { label(field: string): string; value(field: string, value: unknown): string }
type OfSession = FieldChange & { session?: string; title?: { vi?: string; en?: string } }

const timeFields = new Set([
  'startsAt',
  'endsAt',
  'registrationOpensAt',
  'registrationClosesAt',
  'retainUntil',
])

/** Old and new of an edit's entry, in the reader's words; times in the event's zone. */
export function changedValues(
  changes: readonly OfSession[],
  timeZone: string,
  words: SessionLabels | null = null,
): ChangedValue[] {
  const several = new Set(changes.map(({ session }) => session)).size > 1
  return changes.flatMap(({ field, from, to, cut, session, title }) => {
    const ofSession = session === undefined ? null : words
    const name = ofSession ? ofSession.label(field) : fieldName(field)
    const same = { of: several ? textIn(title, getLocale()) : '', isCut: cut === true }
    if (isText(from) || isText(to)) {
      return locales.flatMap((locale) => {
        const [old, now] = [wordsIn(from, locale), wordsIn(to, locale)]
        const inLanguage = `${name} (${languageWord(locale)})`
        return old === now ? [] : [{ ...same, name: inLanguage, from: old || empty(), to: now || empty() }]
      })
    }
    const say = (value: unknown) =>
      ofSession ? ofSession.value(field, value) || empty() : shown(field, value, timeZone)
    return [{ ...same, name, from: say(from), to: say(to) }]
  })
}

const empty = () => m['organize.activity.empty']()

const isText = (value: unknown): value is Partial<Record<Locale, string>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const wordsIn = (value: unknown, locale: Locale) => (isText(value) ? (value[locale] ?? '') : '')

function shown(field: string, value: unknown, timeZone: string): string {
  if (value === null || value === undefined || value === '') return empty()
  if (Array.isArray(value)) return value.map(String).join(', ') || empty()
  if (typeof value === 'boolean') return value ? m['organize.activity.yes']() : m['organize.activity.no']()
  const text = String(value)
  if (timeFields.has(field)) return formatDateTime(new Date(text), timeZone, getLocale())
  const language = field === 'locale' && locales.find((one) => one === text)
  if (language) return languageWord(language)
  const kind = field === 'kind' && eventKinds.find((one) => one === text)
  if (kind) return eventKindName(kind)
  const terms = field === 'entry' && entryTerms.find((one) => one === text)
  return terms ? entryName(terms) : text
}
