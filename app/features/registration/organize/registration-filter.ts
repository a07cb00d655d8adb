import * as z from 'zod/mini'
import type { RegistrationState } from '#app/shared/vocabulary.ts'
import { registrationStates } from '#app/shared/vocabulary.ts'
import { type ListOrder, listOrders } from '../domain/list/list-order.ts'

/** What narrows the list, as it stands in the address. */
export type ListFilter = {
  q: string
  state: RegistrationState | undefined
  category: string | undefined
  tag: string
  vip: boolean
  /** An answer to a question of the event (`code=value`), or that there is none (`code=`). */
  answer: string
  sort: ListOrder | undefined
  /** Columns beside the name; none chosen shows the usual ones. */
  cols: ListColumn[]
}

export const listColumns = ['email', 'organization', 'category', 'state', 'language', 'arrived'] as const
export type ListColumn = (typeof listColumns)[number]
export const usualColumns: readonly ListColumn[] = ['email', 'organization', 'category', 'state', 'arrived']

/** Reads the filter of a list's address; what it does not know is as good as not there. */
export function filterOf(params: URLSearchParams, categories: readonly { code: string }[]): ListFilter {
  const category = params.get('category')
  return {
    q: (params.get('q') ?? '').trim(),
    state: registrationStates.find((state) => state === params.get('state')),
    category: categories.find(({ code }) => code === category)?.code,
    tag: (params.get('tag') ?? '').trim().slice(0, 40),
    vip: params.get('vip') === 'on',
    answer: /^[a-z0-9-]{1,60}=[a-z0-9-]{0,60}$/.exec(params.get('answer') ?? '')?.[0] ?? '',
    sort: listOrders.find((order) => order === params.get('sort')),
    cols: listColumns.filter((column) => params.getAll('cols').includes(column)),
  }
}

const rowIds = z.array(z.string().check(z.uuid()))

/** The rows of a list that were ticked for a download; none when all are asked for. */
export function chosenIn(params: URLSearchParams): string[] {
  const read = rowIds.safeParse(params.getAll('id'))
  return read.success && params.get('all') !== 'on' ? read.data : []
}

/** The words of the filter as an address has them. */
export function filterWords({ q, state, category, tag, vip, answer }: ListFilter): Record<string, string> {
  return {
    ...(q && { q }),
    ...(state && { state }),
    ...(category && { category }),
    ...(tag && { tag }),
    ...(vip && { vip: 'on' }),
    ...(answer && { answer }),
  }
}

/** The filter as the query of an address, with a place in the list when one is given. */
export function filterQuery(filter: ListFilter, cursor?: string): string {
  const { sort, cols } = filter
  const words = { ...filterWords(filter), ...(sort && { sort }), ...(cursor && { cursor }) }
  const params = new URLSearchParams(words)
  for (const column of cols) params.append('cols', column)
  return params.size > 0 ? `?${params}` : ''
}

type Counted = Record<RegistrationState, number> & { code: string }

/** Whether anything narrows the list. */
export const isNarrowed = (filter: ListFilter) => Object.keys(filterWords(filter)).length > 0

/** How many registrations the filter lets through, from the counters; words, tags and marks are not counted. */
export function totalOf(categories: readonly Counted[], filter: ListFilter): number | null {
  const { state, category, q, tag, vip, answer } = filter
  if (q || tag || vip || answer) return null
  return countOf(categories, state ? [state] : registrationStates, category)
}

/** How many are in these states, in one category or in all. */
export function countOf(
  categories: readonly Counted[],
  states: readonly RegistrationState[],
  category?: string,
): number {
  const counts = categories
    .filter(({ code }) => !category || code === category)
    .flatMap((row) => states.map((one) => row[one]))
  return counts.reduce((sum, count) => sum + count, 0)
}
