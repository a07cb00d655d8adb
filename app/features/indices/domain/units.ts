import { lastDay, type PartialDate } from '#app/shared/time/partial-date.ts'

/** From when to when a thing was what it was; null where that is of no matter, or it still is. */
export type Lifetime = { fromDay: string | null; toDay: string | null }
/** One went on in another on a day, by their keys. */
export type Succession = { before: string; after: string; onDay: string }

/** Whether a thing was there on a day. */
export function isThere({ fromDay, toDay }: Lifetime, day: string): boolean {
  return (fromDay === null || fromDay <= day) && (toDay === null || toDay >= day)
}

/** The day of which an edition speaks: the last that its announcement may mean, or of its year. */
export function editionDay({ year, announcedOn }: { year: number; announcedOn: PartialDate | null }): string {
  return lastDay(announcedOn ?? String(year))
}

/** A part of a year in which a thing was what it was; null reaches beyond the year. */
export type Stay = { key: string; fromDay: string | null; toDay: string | null; isItself: boolean }

/**
 * Where a thing stood in a year: as itself, and from its end on as what it went on in, in the order of the days. Nothing
 * where it was not yet there, or went on in nothing.
 */
export function staysIn(
  key: string,
  year: number,
  units: ReadonlyMap<string, Lifetime>,
  successions: readonly Succession[],
): Stay[] {
  const [begins, ends] = [`${year}-01-01`, `${year}-12-31`]
  const stays: Stay[] = []
  const seen = new Set<string>()
  const waiting = [key]
  for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
    const life = units.get(one)
    if (!life || seen.has(one)) continue
    seen.add(one)
    if ((life.fromDay ?? begins) <= ends && (life.toDay ?? ends) >= begins) {
      const fromDay = life.fromDay && life.fromDay > begins ? life.fromDay : null
      const toDay = life.toDay && life.toDay < ends ? life.toDay : null
      stays.push({ key: one, fromDay, toDay, isItself: one === key })
    }
    waiting.push(...successions.filter(({ before }) => before === one).map(({ after }) => after))
  }
  return stays.sort((a, b) => (a.fromDay ?? '').localeCompare(b.fromDay ?? ''))
}

/** What a thing was made of, and what it went on in. */
export function kinOf(
  key: string,
  successions: readonly Succession[],
): { before: string[]; after: string[] } {
  return {
    before: successions.filter((one) => one.after === key).map((one) => one.before),
    after: successions.filter((one) => one.before === key).map((one) => one.after),
  }
}
