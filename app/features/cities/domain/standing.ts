import { firstDay, lastDay, nextDay, type PartialDate, yearOf } from '#app/shared/time/partial-date.ts'

/** From when to when a city belongs to an initiative; null is not known, or has not come. */
export type Span = { fromDate: PartialDate | null; toDate: PartialDate | null }

/** Whether it belonged to it on at least one day of a year, as far as is known. */
export function standsInYear({ fromDate, toDate }: Span, year: number): boolean {
  const begins = fromDate === null || firstDay(fromDate) <= `${year}-12-31`
  return begins && (toDate === null || lastDay(toDate) >= `${year}-01-01`)
}

/** Whether it belongs to it on a day, as far as is known. */
export function standsOn({ fromDate, toDate }: Span, day: string): boolean {
  return (fromDate === null || firstDay(fromDate) <= day) && (toDate === null || lastDay(toDate) >= day)
}

/** The years to look at: from the first that is known to the present one, or to a later one that is planned. */
export function yearsOf(spans: readonly Span[], present: number): number[] {
  const known = spans.flatMap(({ fromDate, toDate }) => [fromDate, toDate]).flatMap((date) => date ?? [])
  if (known.length === 0) return [present]
  const years = [...known.map(yearOf), present]
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}

/** The next days at which what stands today changes by itself. */
export function turningDays(spans: readonly Span[], today: string): string[] {
  return spans
    .flatMap(({ fromDate, toDate }) => [
      ...(fromDate ? [firstDay(fromDate)] : []),
      ...(toDate ? [nextDay(lastDay(toDate))] : []),
    ])
    .filter((day) => day > today)
    .sort()
}
