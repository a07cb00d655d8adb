import { type ImportedAgenda, type ImportedSession, kindOf, line } from './imported-agenda.ts'
import { peopleIn } from './people-in-text.ts'

const time = String.raw`(\d{1,2})\s*[:hg.]\s*(\d{2})?\s*(am|pm|sáng|chiều|tối)?`
const slot = new RegExp(
  String.raw`^\W{0,3}${time}\s*(?:[-–—~]|to|đến)\s*${time}(?:\s*[:.|-]\s+|\s+|$)(.*)$`,
  'iu',
)
const single = new RegExp(String.raw`^\W{0,3}${time}(?:\s*[:.|–-]\s+|\s+)(.+)$`, 'iu')
const months = 'january february march april may june july august september october november december'.split(
  ' ',
)
const honorific =
  /,\s+(?=(?:mr|mrs|ms|dr|prof|ts|gs|pgs|ông|bà|đại sứ|thứ trưởng|bộ trưởng|đạo diễn|ambassador|minister|director)(?=[\s.]))/iu

type Draft = ImportedSession & { date: string | null; fromMinute: number; toMinute: number | null }

/**
 * An agenda as people paste it: a time or two at the beginning of a line, then the title; the lines below it are people,
 * a place, or more words. Nothing is guessed: a line that is none of these goes into the abstract and is named.
 */
export function readText(text: string): ImportedAgenda {
  const drafts: Draft[] = []
  let date: string | null = null
  let hall = ''
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const words = line(raw)
    if (!words) continue
    const found = slot.exec(words) ?? single.exec(words)
    if (found) {
      drafts.push(draftOf(found, index + 1, date, hall))
      continue
    }
    const day = readDate(words)
    const last = drafts.at(-1)
    const isIndented = /^\s/.test(raw)
    const isRoom = /^(?:room|phòng|hội trường|hall)(?=\s)/iu.test(words)
    if (day && (!last || !isIndented)) date = day
    else if (isRoom && (!last || !isIndented)) hall = words
    else if (!last || (!isIndented && /^(?:session|phiên|part|phần)\s+[\divx]+/iu.test(words))) continue
    else if (isRoom) last.room = words
    else addLine(last, words, index + 1)
  }
  const sessions = drafts.map((draft, at) => finished(draft, drafts[at + 1]))
  return {
    format: 'text',
    sessions,
    notes: sessions.length > 0 && !date ? ['date-missing'] : ['times-without-zone'],
  }
}

function draftOf(found: RegExpExecArray, number: number, date: string | null, hall: string): Draft {
  const isPair = found.length > 5
  const [, h1, m1, half1, h2, m2, half2] = found
  const rest = line(isPair ? found[7] : found[4])
  const to = isPair ? minuteOf(h2, m2, half2) : null
  const [title = '', ...tail] = rest.split(honorific)
  const named = tail.length > 0 ? peopleIn(tail.join(', ')) : null
  const shown = named ? title : rest
  return {
    key: '',
    row: `line ${number}`,
    title: shown.replace(/^["“](.*)["”]$/, '$1').trim(),
    ...{ abstract: '', kind: kindOf(shown), language: null, startsAt: null, endsAt: null, minutes: null },
    ...{ room: hall, track: '', people: named ?? [], unclear: [], date },
    fromMinute: minuteOf(h1, m1, half1 ?? (to !== null && Number(h1) <= Number(h2) ? half2 : undefined)),
    toMinute: to,
  }
}

function addLine(draft: Draft, words: string, number: number) {
  const people = peopleIn(words)
  if (people) draft.people = [...draft.people, ...people]
  else if (words.length > 2) {
    draft.abstract = [draft.abstract, words].filter(Boolean).join('\n')
    draft.unclear = [...draft.unclear, `line ${number}: ${words}`]
  }
}

function finished({ date, fromMinute, toMinute, ...draft }: Draft, next: Draft | undefined): ImportedSession {
  const sameDay = next && next.date === date && next.fromMinute > fromMinute
  const end = toMinute ?? (sameDay ? next.fromMinute : null)
  const length = end === null ? null : (end - fromMinute + 1440) % 1440 || null
  const startsAt = date ? { local: `${date}T${clock(fromMinute)}` } : null
  const unclear = [
    ...(startsAt && length ? [] : ['time']),
    ...(draft.title ? [] : ['title']),
    ...draft.unclear,
  ]
  return {
    ...draft,
    key: `text ${date ?? ''} ${clock(fromMinute)} ${draft.title}`.slice(0, 200),
    startsAt,
    minutes: length,
    unclear,
  }
}

function minuteOf(hours: string | undefined, minutes: string | undefined, half: string | undefined): number {
  const hour = Number(hours ?? 0)
  const isLate = /pm|chiều|tối/i.test(half ?? '') && hour < 12
  const isMidnight = /am/i.test(half ?? '') && hour === 12
  return (isLate ? hour + 12 : isMidnight ? 0 : hour) * 60 + Number(minutes ?? 0)
}

const two = (value: number) => String(value).padStart(2, '0')
const clock = (minute: number) => `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`

/** A date in a line, as `2025-03-11`, day before month as in Vietnam; null when there is none. */
export function readDate(text: string): string | null {
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(text)
  if (iso) return valid(iso[1], iso[2], iso[3])
  const plain = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/.exec(text)
  if (plain) return valid(plain[3], plain[2], plain[1])
  const vietnamese = /(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s*,|\s+năm)?\s+(\d{4})/iu.exec(text)
  if (vietnamese) return valid(vietnamese[3], vietnamese[2], vietnamese[1])
  const english = /\b([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i.exec(text)
  if (english) return valid(english[3], monthOf(english[1]), english[2])
  const british = /\b(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})\b/i.exec(text)
  return british ? valid(british[3], monthOf(british[2]), british[1]) : null
}

function monthOf(name: string | undefined): string {
  return String(months.findIndex((month) => month.startsWith((name ?? '?').toLowerCase())) + 1)
}

function valid(year?: string, month?: string, day?: string): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  const date = new Date(Date.UTC(y, m - 1, d))
  return date.getUTCMonth() === m - 1 && date.getUTCDate() === d ? `${y}-${two(m)}-${two(d)}` : null
}
