import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { type ComponentPart, columnsOf, componentParts } from './edition-columns.ts'

type Known = { rank: number | null; score: number | null }
export type WrittenEdition = {
  year: number
  components: readonly { key: string }[]
  entries: readonly (Known & {
    key: string
    name: TranslatedText
    rankSource: TranslatedText
    scoreSource: TranslatedText
    values: readonly (Known & { component: string; remark: TranslatedText; source: TranslatedText })[]
  })[]
}

/** Editions as one table: a row for each thing of each edition. What is not known is an empty cell, never a number. */
export function writeEditions(editions: readonly WrittenEdition[]): { header: string[]; rows: string[][] } {
  const components = [...new Set(editions.flatMap((edition) => edition.components.map(({ key }) => key)))]
  const rows = editions.flatMap(({ year, entries }) =>
    entries.map((entry) => [
      String(year),
      entry.key,
      ...both(entry.name),
      figure(entry.rank),
      ...both(entry.rankSource),
      figure(entry.score),
      ...both(entry.scoreSource),
      ...components.flatMap((key) => {
        const value = entry.values.find(({ component }) => component === key)
        return componentParts.map((part) => (value ? cellOf(value, part) : ''))
      }),
    ]),
  )
  return { header: columnsOf(components), rows }
}

function cellOf(value: WrittenEdition['entries'][number]['values'][number], part: ComponentPart): string {
  if (part === 'score' || part === 'rank') return figure(value[part])
  const [field, locale] = part.split('_') as ['remark' | 'source', 'vi' | 'en']
  return value[field][locale] ?? ''
}

const figure = (value: number | null) => (value === null ? '' : String(value))
const both = (text: TranslatedText): [string, string] => [text.vi ?? '', text.en ?? '']
