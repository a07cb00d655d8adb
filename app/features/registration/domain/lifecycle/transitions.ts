import type { RegistrationState } from '#app/shared/vocabulary.ts'

/** Which state may follow which. A cancelled or declined registration comes back only as a new arrival or by an organizer. */
const next: Record<RegistrationState, readonly RegistrationState[]> = {
  pending: ['confirmed', 'waitlisted', 'declined', 'cancelled'],
  confirmed: ['cancelled'],
  waitlisted: ['offered', 'confirmed', 'cancelled', 'declined'],
  offered: ['confirmed', 'cancelled', 'waitlisted'],
  cancelled: ['pending', 'confirmed', 'waitlisted'],
  declined: ['confirmed', 'waitlisted'],
}

export function mayFollow(from: RegistrationState, to: RegistrationState): boolean {
  return next[from].includes(to)
}

export const takesSeat = (state: RegistrationState) => state === 'confirmed' || state === 'offered'

type CountedChange = {
  categoryId: string
  fromCategoryId?: string
  from: RegistrationState | null
  to: RegistrationState
  beyond?: { category: boolean }
}

/** What a set of state changes does to the counters: per category and state, and to the event's seats. */
export function countChanges(changes: readonly CountedChange[]): {
  seated: number
  categories: ({ id: string } & Partial<Record<RegistrationState | 'beyond', number>>)[]
} {
  const categories = new Map<string, Partial<Record<RegistrationState | 'beyond', number>>>()
  const add = (categoryId: string, state: RegistrationState | 'beyond', by: number) => {
    const counts = categories.get(categoryId) ?? {}
    categories.set(categoryId, { ...counts, [state]: (counts[state] ?? 0) + by })
  }
  let seated = 0
  for (const { categoryId, fromCategoryId = categoryId, from, to, beyond } of changes) {
    add(categoryId, to, 1)
    if (beyond?.category) add(categoryId, 'beyond', 1)
    if (from) add(fromCategoryId, from, -1)
    seated += Number(takesSeat(to)) - Number(from !== null && takesSeat(from))
  }
  return { seated, categories: [...categories].map(([id, counts]) => ({ id, ...counts })) }
}

/** Which mail tells the person about a state. */
export const mailFor = {
  pending: 'received',
  confirmed: 'confirmed',
  waitlisted: 'waitlisted',
  offered: 'offered',
  cancelled: 'cancelled',
  declined: 'declined',
} as const satisfies Record<RegistrationState, string>
