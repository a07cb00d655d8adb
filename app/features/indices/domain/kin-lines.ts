import { isPartialDate } from '#app/shared/time/partial-date.ts'
import type { Succession } from './units.ts'

/** What a thing was made of, or went on in: which, from what day on, and who says so in each language. */
export type TypedKin = { key: string; onDay: string; source: { vi: string; en: string } }

const most = 100

/** As the form shows them: one a line, `phu-yen; 2025-07-01; Nghị quyết 202; Resolution 202`. */
export function kinText(kin: readonly TypedKin[]): string {
  return kin
    .map(({ key, onDay, source: { vi, en } }) => [key, onDay, ...(en ? [vi, en] : vi ? [vi] : [])].join('; '))
    .join('\n')
}

/** What was typed, or the number of the first line that is wrong, from 1. */
export function readKin(typed: string): { kin: TypedKin[] } | { wrongLine: number } {
  const kin: TypedKin[] = []
  for (const [at, line] of typed.split('\n').entries()) {
    if (line.trim() === '') continue
    const parts = line.split(/[;|\t]/).map((part) => part.trim().slice(0, 200))
    const [key = '', onDay = '', vi = '', en = '', ...more] = parts
    const isDay = onDay.length === 10 && isPartialDate(onDay)
    const isWrong = key === '' || !isDay || more.length > 0 || kin.some((one) => one.key === key)
    if (isWrong || kin.length >= most) return { wrongLine: at + 1 }
    kin.push({ key, onDay, source: { vi, en } })
  }
  return { kin }
}

/** Whether something would come of itself again, by whatever way. */
export function isCircular(successions: readonly Pick<Succession, 'before' | 'after'>[]): boolean {
  const after = new Map<string, string[]>()
  for (const one of successions) after.set(one.before, [...(after.get(one.before) ?? []), one.after])
  const over = new Set<string>()
  const reaches = (key: string, way: ReadonlySet<string>): boolean => {
    if (way.has(key)) return true
    if (over.has(key)) return false
    const further = new Set([...way, key])
    const found = (after.get(key) ?? []).some((one) => reaches(one, further))
    over.add(key)
    return found
  }
  return [...after.keys()].some((key) => reaches(key, new Set()))
}
