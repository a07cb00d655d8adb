import type { FigurePoint } from '#db/schema/initiatives/initiative-parts.ts'

export type { FigurePoint }

const line = /^(\d{4}-\d{2}-\d{2})\s*[;|\t]\s*(\d{1,12}(?:[.,]\d{1,4})?)\s*(?:[;|\t]\s*(.*))?$/
const most = 200

/** The values of a figure as its form shows them: one a line, `2024-12-11; 37; VFDA, December 2024`. */
export function pointsText(points: readonly FigurePoint[]): string {
  return points
    .map(({ on, value, source }) => [on, value, source].filter((part) => part !== '').join('; '))
    .join('\n')
}

/**
 * The values that were typed, in order of their days; or the number of the first line that is none (from 1), or of the
 * one whose day another line has.
 */
export function readPoints(typed: string): { points: FigurePoint[] } | { wrongLine: number } {
  const points: FigurePoint[] = []
  for (const [at, text] of typed.split('\n').entries()) {
    if (text.trim() === '') continue
    const found = line.exec(text.trim())
    const [, on = '', value = '', source = ''] = found ?? []
    if (!found || !isDay(on) || points.length >= most || points.some((one) => one.on === on))
      return { wrongLine: at + 1 }
    points.push({ on, value: Number(value.replace(',', '.')), source: source.trim().slice(0, 200) })
  }
  return { points: points.sort((a, b) => (a.on < b.on ? -1 : 1)) }
}

/** Whether the calendar has it: there is no 31 November. */
export function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
