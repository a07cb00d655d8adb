import { slugOf } from '#app/shared/slug.ts'
import { type InvitationRow, type InvitationState, invitationStates } from '../domain/invitation-rows.ts'

export type InvitationFilter = { q: string; state: InvitationState | null }

export function readFilter(asked: URLSearchParams): InvitationFilter {
  const state = invitationStates.find((one) => one === asked.get('state')) ?? null
  return { q: (asked.get('q') ?? '').trim().slice(0, 200), state }
}

/** The same filter as a query, without what it leaves open. */
export function filterQuery({ q, state, page }: InvitationFilter & { page?: number }): string {
  const query = new URLSearchParams()
  if (state) query.set('state', state)
  if (q) query.set('q', q)
  if (page && page > 1) query.set('page', String(page))
  return query.toString()
}

/** By state, and by words of the person or the session, written with marks or without. */
export function matching({ state, name, title }: InvitationRow, filter: InvitationFilter): boolean {
  if (filter.state && state !== filter.state) return false
  const words = `-${slugOf([name, title.vi, title.en].join(' '))}`
  const wanted = slugOf(filter.q)
  return !wanted ? filter.q === '' : wanted.split('-').every((word) => words.includes(`-${word}`))
}
