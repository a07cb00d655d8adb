import { formatDay } from '#app/shared/time/format.ts'
import type { Locale } from '#app/shared/vocabulary.ts'

/** A day without an hour, `2025-03-11`, as people write it. */
export function dayText(day: string, locale: Locale): string {
  return formatDay(new Date(`${day}T12:00:00Z`), 'UTC', locale)
}

/** A month, `2025-03`, in figures, as both languages read it. */
export function monthText(month: string): string {
  const [year, number] = month.split('-')
  return `${Number(number)}/${year}`
}
