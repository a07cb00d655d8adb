/** Which number of `03/04/2027` is the month. All dates of one column have one order. */
export type DateOrder = 'day-first' | 'month-first'
/**
 * `isProven`: a number over twelve says it; otherwise the day of the event suggests, else the zone. Both proven: null, such
 * dates are asked.
 */
export type ColumnOrder = {
  order: DateOrder | null
  isProven: boolean
  isNeeded: boolean
  /** Read so, one of the dates is the first day of the event. */
  isOfEvent?: boolean
}

// With a year, or parted by slashes: "9.30-10.45" are hours.
const numbers =
  /(?<![\d/.-])(\d{1,2})\s?(?:([/.-])\s?(\d{1,2})\s?\2\s?(?:\d{4}|\d{2})|\/\s?(\d{1,2}))(?![\d/])/g
// Where the month comes first in what people write by hand.
const monthFirst =
  /^(?:America\/(?:New_York|Chicago|Denver|Los_Angeles|Phoenix|Anchorage|Detroit|Boise|Indiana|Kentucky|North_Dakota|Juneau|Adak|Nome|Menominee|Sitka|Metlakatla|Yakutat|Puerto_Rico)|Pacific\/(?:Honolulu|Guam|Saipan)|Asia\/Manila|US\/)/

/** The order of a column's dates. `isNeeded`: some date of it could be read both ways. `firstDay`: as `2025-03-11`. */
export function dateOrder(
  cells: readonly string[],
  timeZone: string,
  firstDay: string | null = null,
): ColumnOrder {
  const [, eventMonth, eventDay] = (firstDay ?? '').split('-').map(Number)
  const ofEvent = new Set<DateOrder>()
  let [day, month, isNeeded] = [false, false, false]
  for (const cell of cells) {
    for (const [, first, , second, bare] of cell.matchAll(numbers)) {
      const [a, b] = [Number(first), Number(second ?? bare)]
      if (a > 31 || b > 31 || a === 0 || b === 0 || (a > 12 && b > 12)) continue
      if (a > 12) day = true
      else if (b > 12) month = true
      else if (a !== b) isNeeded = true
      if (a === eventDay && b === eventMonth) ofEvent.add('day-first')
      if (a === eventMonth && b === eventDay) ofEvent.add('month-first')
    }
  }
  if (day && month) return { order: null, isProven: true, isNeeded }
  if (day || month) return { order: month ? 'month-first' : 'day-first', isProven: true, isNeeded }
  const [suggested] = ofEvent
  if (suggested && ofEvent.size === 1) return { order: suggested, isProven: false, isNeeded, isOfEvent: true }
  return { order: monthFirst.test(timeZone) ? 'month-first' : 'day-first', isProven: false, isNeeded }
}
