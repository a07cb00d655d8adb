import type { FieldChange } from '#app/features/events/domain/edit-changes.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { FigurePoint } from './figure-points.ts'

type Kept = TranslatedText | string
type KeptPoint = Omit<FigurePoint, 'source'> & { source: Kept }

const inBoth = (kept: Kept): TranslatedText =>
  typeof kept === 'string' ? { ...(kept && { vi: kept }) } : kept

/** A change of news or of a figure as it would be kept today: once, a source was one line for readers of both languages. */
export function inBothLanguages(change: FieldChange): FieldChange {
  const { field } = change
  if (field !== 'source' && field !== 'points') return change
  const now = (value: unknown): unknown => {
    if (field === 'source') return inBoth((value ?? '') as Kept)
    return Array.isArray(value)
      ? value.map((one: KeptPoint) => ({ ...one, source: inBoth(one.source) }))
      : value
  }
  return { ...change, from: now(change.from), to: now(change.to) }
}
