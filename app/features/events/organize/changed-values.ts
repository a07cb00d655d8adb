import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDateTime } from '#app/shared/time/format.ts'
import { entryTerms, eventKinds, locales } from '#app/shared/vocabulary.ts'
import { fieldName } from './field-names.ts'
import { entryName, eventKindName } from './vocabulary-names.ts'

export type ChangedValue = { name: string; from: string; to: string }

const timeFields = new Set([
  'startsAt',
  'endsAt',
  'registrationOpensAt',
  'registrationClosesAt',
  'retainUntil',
])

/** Old and new of an edit's entry, in the reader's words; times in the event's zone. Older entries have none. */
export function changedValues(details: Record<string, unknown>, timeZone: string): ChangedValue[] {
  if (!Array.isArray(details.changes)) return []
  return details.changes.flatMap(({ field, from, to }: { field: string; from: unknown; to: unknown }) => {
    const name = fieldName(field)
    if (!isText(from) && !isText(to))
      return [{ name, from: shown(field, from, timeZone), to: shown(field, to, timeZone) }]
    return locales.flatMap((locale) => {
      const [old, now] = [wordsIn(from, locale), wordsIn(to, locale)]
      const language = locale === 'vi' ? m['notes.form.vietnamese']() : m['notes.form.english']()
      return old === now ? [] : [{ name: `${name} (${language})`, from: old || empty(), to: now || empty() }]
    })
  })
}

const empty = () => m['organize.activity.empty']()

const isText = (value: unknown): value is { vi: string; en: string } =>
  typeof value === 'object' && value !== null

const wordsIn = (value: unknown, locale: 'vi' | 'en') => (isText(value) ? value[locale] : '')

function shown(field: string, value: unknown, timeZone: string): string {
  if (value === null || value === undefined || value === '') return empty()
  if (typeof value === 'boolean') return value ? m['organize.activity.yes']() : m['organize.activity.no']()
  const text = String(value)
  if (timeFields.has(field)) return formatDateTime(new Date(text), timeZone, getLocale())
  const kind = field === 'kind' && eventKinds.find((one) => one === text)
  if (kind) return eventKindName(kind)
  const terms = field === 'entry' && entryTerms.find((one) => one === text)
  return terms ? entryName(terms) : text
}
