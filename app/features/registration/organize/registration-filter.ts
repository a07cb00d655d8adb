import type { RegistrationState } from '#app/shared/vocabulary.ts'
import { registrationStates } from '#app/shared/vocabulary.ts'

/** What narrows the list, as it stands in the address. */
export type ListFilter = { q: string; state: RegistrationState | undefined; category: string | undefined }

/** Reads the filter of a list's address; what it does not know is as good as not there. */
export function filterOf(params: URLSearchParams, categories: readonly { code: string }[]): ListFilter {
  const category = params.get('category')
  return {
    q: (params.get('q') ?? '').trim(),
    state: registrationStates.find((state) => state === params.get('state')),
    category: categories.find(({ code }) => code === category)?.code,
  }
}

/** The filter as the query of an address, with a place in the list when one is given. */
export function filterQuery({ q, state, category }: ListFilter, cursor?: string): string {
  const params = new URLSearchParams({
    ...(q && { q }),
    ...(state && { state }),
    ...(category && { category }),
    ...(cursor && { cursor }),
  })
  return params.size > 0 ? `?${params}` : ''
}

type Counted = Record<RegistrationState, number> & { code: string }

/** How many registrations the filter lets through, from the counters; words are not counted. */
export function totalOf(categories: readonly Counted[], { state, category }: ListFilter): number {
  const states = state ? [state] : registrationStates
  const counts = categories
    .filter(({ code }) => !category || code === category)
    .flatMap((row) => states.map((one) => row[one]))
  return counts.reduce((sum, count) => sum + count, 0)
}
