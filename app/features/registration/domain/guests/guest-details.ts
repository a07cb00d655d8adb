import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { sameValue } from '#app/shared/same-value.ts'
import type { Locale } from '#app/shared/vocabulary.ts'

/** What organizers write of a guest; the address is changed by a proof at the new one. */
export type GuestDetails = {
  name: string
  organization: string
  position: string
  language: Locale
  /** The code of the category. */
  category: string
  isVip: boolean
  tags: string[]
  note: string
}

/** The same with what a category is called. */
type Written = GuestDetails & { categoryName: TranslatedText }
type Change = { field: string; from: unknown; to: unknown }

const guestFields = [
  'name',
  'organization',
  'position',
  'language',
  'category',
  'isVip',
  'tags',
  'note',
] as const satisfies (keyof GuestDetails)[]

/** The fields that differ, in the order of the form. */
export function changedFields(before: GuestDetails, next: GuestDetails): (keyof GuestDetails)[] {
  return guestFields.filter((field) => !sameValue(before[field], next[field]))
}

/** Names under which activity keeps a field; a note is for its readers alone, so its words are not kept twice. */
const kept: Partial<Record<keyof GuestDetails, string>> = {
  name: 'name',
  organization: 'affiliation',
  position: 'position',
  language: 'locale',
  category: 'category',
  isVip: 'vip',
  tags: 'tags',
}

/** Old and new of what was corrected, for its entry of activity. */
export function guestChanges(before: Written, next: Written): Change[] {
  return changedFields(before, next).flatMap((field): Change[] => {
    const name = kept[field]
    if (!name) return []
    if (field === 'category') return [{ field: name, from: before.categoryName, to: next.categoryName }]
    return [{ field: name, from: before[field], to: next[field] }]
  })
}

const mostTags = 20

/** Tags as one types them, parted by commas or lines; each once, whatever its case. */
export function tagsIn(text: string): string[] {
  const seen = new Map<string, string>()
  for (const part of text.split(/[,;\n]+/)) {
    const tag = part.replace(/\s+/g, ' ').trim()
    if (tag && !seen.has(tag.toLocaleLowerCase('vi'))) seen.set(tag.toLocaleLowerCase('vi'), tag)
  }
  return [...seen.values()].slice(0, mostTags).sort(byVietnameseRules.compare)
}

export const tagsText = (tags: readonly string[]) => tags.join(', ')

const byVietnameseRules = new Intl.Collator('vi')
