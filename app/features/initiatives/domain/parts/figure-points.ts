import { edit, isStale } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { FigurePoint } from '#db/schema/initiatives/initiative-parts.ts'

export type { FigurePoint }
/** A value as it was typed: who said so, in Vietnamese and in English. */
export type TypedPoint = { on: string; value: number; source: { vi: string; en: string } }

const line = /^(\d{4}-\d{2}-\d{2})\s*[;|\t]\s*(\d{1,12}(?:[.,]\d{1,4})?)\s*(?:[;|\t](.*))?$/
const most = 200

/** The values of a figure as its form shows them: one a line, `2024-12-11; 37; VFDA, tháng 12 năm 2024; VFDA, December 2024`. */
export function pointsText(points: readonly FigurePoint[]): string {
  return points
    .map(({ on, value, source: { vi = '', en = '' } }) =>
      [on, value, ...(en ? [vi, en] : vi ? [vi] : [])].join('; '),
    )
    .join('\n')
}

/**
 * The values that were typed, in order of their days; or the number of the first line that is none (from 1), or of the
 * one whose day another line has.
 */
export function readPoints(typed: string): { points: TypedPoint[] } | { wrongLine: number } {
  const points: TypedPoint[] = []
  for (const [at, text] of typed.split('\n').entries()) {
    if (text.trim() === '') continue
    const [, on = '', value = '', sources = ''] = line.exec(text.trim()) ?? []
    const [vi = '', en = '', ...more] = sources.split(/[;|\t]/).map((source) => source.trim().slice(0, 200))
    const isWrong = !isDay(on) || more.length > 0 || points.some((one) => one.on === on)
    if (isWrong || points.length >= most) return { wrongLine: at + 1 }
    points.push({ on, value: Number(value.replace(',', '.')), source: { vi, en } })
  }
  return { points: points.sort((a, b) => (a.on < b.on ? -1 : 1)) }
}

type Before = readonly FigurePoint[]

/** Typed values as they are stored: the source of a day remembers what its translation was made from. */
export function editPoints(
  before: Before,
  typed: readonly TypedPoint[],
  at: Locale,
  confirmed = false,
): FigurePoint[] {
  const known = new Map(before.map(({ on, source }) => [on, source]))
  return typed.map(({ on, value, source }) => ({
    on,
    value,
    source: edit(known.get(on) ?? {}, source, at, confirmed),
  }))
}

/** Whether the translation of a source may be out of date. */
export const haveStaleSource = (points: Before): boolean => points.some(({ source }) => isStale(source))

/** Whether the calendar has it: there is no 31 November. */
export function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
