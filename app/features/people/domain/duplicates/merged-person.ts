import { edit, type TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { personWordFields, usualPrecedence } from '../person-details.ts'

const plainFields = ['email', 'assistantEmail', 'pronunciation', 'timeZone'] as const

export type Mergeable = Record<(typeof personWordFields)[number], TranslatedText> &
  Record<(typeof plainFields)[number], string | null> & {
    name: string
    otherNames: string
    precedence: number
  }
export type MergedFields = Partial<Omit<Mergeable, 'name'>>

/**
 * What the kept record gains from the one that goes: only where it had nothing. The other's name becomes one of its other
 * names, so that a search by it still finds the person.
 */
export function gainedFields(kept: Mergeable, gone: Mergeable, writtenFirst: Locale): MergedFields {
  const gained: MergedFields = {}
  for (const field of plainFields) if (!kept[field] && gone[field]) gained[field] = gone[field]
  for (const field of personWordFields) {
    const [own, other] = [kept[field], gone[field]]
    const lacks = (locale: Locale) => !own[locale] && Boolean(other[locale])
    if (!lacks('vi') && !lacks('en')) continue
    gained[field] =
      own.vi || own.en ? edit(own, { vi: own.vi || other.vi, en: own.en || other.en }, writtenFirst) : other
  }
  if (kept.precedence === usualPrecedence && gone.precedence !== usualPrecedence) {
    gained.precedence = gone.precedence
  }
  const otherNames = allNames(kept, gone)
  if (otherNames !== kept.otherNames) gained.otherNames = otherNames
  return gained
}

/** What both have and say differently: it stays as the kept record says it. */
export function droppedFields(
  kept: Mergeable,
  gone: Mergeable,
): { field: string; kept: string; gone: string }[] {
  const plain = plainFields.map((field) => [field, kept[field], gone[field]] as const)
  const words = personWordFields.flatMap((field) =>
    (['vi', 'en'] as const).map(
      (lang) => [`${field}.${lang}`, kept[field][lang], gone[field][lang]] as const,
    ),
  )
  return [...plain, ...words].flatMap(([field, own, other]) =>
    own && other && own !== other ? [{ field, kept: own, gone: other }] : [],
  )
}

function allNames(kept: Mergeable, gone: Mergeable): string {
  const lines = [...kept.otherNames.split('\n'), gone.name, ...gone.otherNames.split('\n')]
  const known = new Set([kept.name])
  return lines
    .map((line) => line.trim())
    .filter((line) => line && !known.has(line) && known.add(line))
    .join('\n')
}
