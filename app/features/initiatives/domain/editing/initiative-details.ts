import { Refusal } from '#app/shared/errors.ts'

/** A text as an editor sends it. `confirmed` says that the translation is still right though the original changed. */
export type Words = { vi?: string; en?: string; confirmed?: boolean }

/** What the organizers of an initiative write of it. */
export type InitiativeDetails = { name: Words; summary: Words; description: Words }

export const detailFields = ['name', 'summary', 'description'] as const

/** Refuses an initiative that nobody could name, whoever sends it. */
export function checkDetails({ name }: InitiativeDetails): void {
  if (!name.vi && !name.en) throw new Refusal('initiative-name-missing', 'invalid', { field: 'name.vi' })
}

type Standing = { publishedAt: Date | null; bodies: number }

/**
 * Why an initiative cannot be deleted: readers see it, or another body carries it too, which can only be left to it.
 * Null when it can.
 */
export function removalProblem({
  publishedAt,
  bodies,
}: Standing): 'initiative-shown' | 'initiative-shared' | null {
  if (publishedAt) return 'initiative-shown'
  return bodies > 1 ? 'initiative-shared' : null
}

/** What lacks before readers may see it: a name and a sentence in one language at least. Null when nothing does. */
export function publishingProblem({
  name,
  summary,
}: {
  name: Words
  summary: Words
}): 'initiative-name-missing' | 'initiative-summary-missing' | null {
  if (!name.vi && !name.en) return 'initiative-name-missing'
  return summary.vi || summary.en ? null : 'initiative-summary-missing'
}
