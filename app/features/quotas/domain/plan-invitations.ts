import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { type QuotaPlaces, unusedPlaces } from './quota-rule.ts'

/**
 * What becomes of each guest of a list: `full` has no place left, `known` was asked by this host before, `registered` has a
 * seat, nothing is sent to `suppressed`, and in the category of `elsewhere` the host has no places.
 */
export type Invited = 'invited' | 'full' | 'known' | 'registered' | 'suppressed' | 'elsewhere'

type Places = QuotaPlaces & {
  id: string
  releasedAt: Date | null
  categoryCode: string
  category: TranslatedText
}
type Listed = { email: string; emailKey: string; category: string }
type Standing = {
  own: Places
  /** All places of the host at the event. */
  quotas: readonly Places[]
  known: ReadonlySet<string>
  seated: ReadonlySet<string>
  suppressed: ReadonlySet<string>
}

/** Who of a list is asked, and on which places, in its order. */
export function planInvitations(
  guests: readonly Listed[],
  { own, quotas, known, seated, suppressed }: Standing,
): { what: Invited; quotaId: string | null }[] {
  const left = new Map(quotas.map((one) => [one.id, one.releasedAt ? 0 : unusedPlaces(one)]))
  const asked = new Set(known)
  return guests.map(({ email, emailKey, category }) => {
    const places = category === '' ? own : placesCalled(category, quotas)
    const no = (what: Invited) => ({ what, quotaId: null })
    if (asked.has(emailKey)) return no('known')
    if (seated.has(emailKey)) return no('registered')
    if (suppressed.has(email)) return no('suppressed')
    if (!places) return no('elsewhere')
    const unused = left.get(places.id) ?? 0
    if (unused === 0) return no('full')
    left.set(places.id, unused - 1)
    asked.add(emailKey)
    return { what: 'invited', quotaId: places.id }
  })
}

/** A category by its code or by its name in either language, as people type it. */
function placesCalled(words: string, quotas: readonly Places[]): Places | undefined {
  const plain = (text: string) => text.normalize('NFC').trim().toLowerCase()
  return quotas.find(({ categoryCode, category }) =>
    [categoryCode, category.vi, category.en].some((name) => name && plain(name) === plain(words)),
  )
}
