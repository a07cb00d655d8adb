// Words of the half of the day begin a title when they are capital: "18:00 Tối giao lưu".
const half = '([aApP][mM]|[aApP]\\.[mM]\\.|sáng|trưa|chiều|tối|đêm)'
const clock = `(\\d{1,2})(?:\\s?[:.](\\d{2})(?![\\d]|[.:/]\\d{3})(?::\\d{2})?|\\s?(?:[hHgG]|giờ)(?!\\p{L})\\s?(\\d{2})?(?!\\d)|(?=\\s?${half}(?!\\p{L})))(?:\\s?${half}(?!\\p{L}))?`
const sign = '[\\s•*·▪◦>(\\[–—-]{0,4}'
const single = new RegExp(`^${sign}(?:(?:[Tt]ừ|[Ff]rom|[Ll]úc|[Aa]t)\\s+)?${clock}`, 'u')
const until = new RegExp(`^\\s*(?:[-–—−~→]+|to\\b|until\\b|till\\b|đến)\\s*${clock}`, 'u')
const atEnd = new RegExp(
  `^(.*\\p{L}.*?)[\\s:|,–—-]*[(\\[]?\\s*(?<!\\d)(${clock}\\s*[-–—−~]\\s*${clock})\\s*[)\\]]?\\s*$`,
  'u',
)

export type Slot = { from: number; to: number | null; rest: string }

/** The time or two with which a line of a programme begins, in minutes of the day, and what follows them; else null. */
export function slotAtStart(text: string): Slot | null {
  const first = single.exec(text)
  const from = first && minuteOf(first)
  if (!first || from === null) return null
  const after = text.slice(first[0].length)
  const second = until.exec(after)
  const to = second && minuteOf(second)
  const rest = (second ? after.slice(second[0].length) : after).replace(/^\s*[)\]]?\s*[:.|,;–—-]?\s*/u, '')
  if (second && to !== null) return { from: lateLike(from, first, to, second), to, rest }
  return { from, to: null, rest }
}

/** The same of a line that ends with its times, as in "Khai mạc (9:00 – 9:20)". */
export function slotAtEnd(text: string): Slot | null {
  const [, title = '', times = ''] = atEnd.exec(text) ?? []
  const slot = times ? slotAtStart(times) : null
  return slot?.to != null && slot.rest === '' ? { ...slot, rest: title.trim() } : null
}

/** The first clock time anywhere in a cell of a table. */
export function clockIn(text: string): Slot | null {
  return slotAtStart(text) ?? slotAtStart(text.replace(/^\D+/u, ''))
}

// "6:00 – 7:15 pm": the half of the day said at the end holds for both.
function lateLike(from: number, first: RegExpExecArray, to: number, second: RegExpExecArray): number {
  const isSilent = !halfOf(first)
  return isSilent && isLate(halfOf(second)) && from < 720 && from + 720 < to ? from + 720 : from
}

const halfOf = (found: RegExpExecArray) => (found[5] ?? found[4] ?? '').toLowerCase()
const isLate = (word: string) => /^(?:p|trưa|chiều|tối|đêm)/u.test(word)

function minuteOf(found: RegExpExecArray): number | null {
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? found[3] ?? 0)]
  if (hour > 24 || minute > 59) return null
  const word = halfOf(found)
  const shift =
    isLate(word) && hour < (word === 'trưa' ? 6 : 12) ? 12 : /^a/.test(word) && hour === 12 ? -12 : 0
  return (hour + shift) * 60 + minute
}

const two = (value: number) => String(value).padStart(2, '0')

/** Minutes of the day as the clock shows them. */
export const clockText = (minute: number) => `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`
