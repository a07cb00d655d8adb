import { type DateOrder, dateOrder } from '#app/shared/tables/date-order.ts'
import { type ImportedAgenda, type ImportedSession, kindOf, line, withOwnKeys } from '../imported-agenda.ts'
import { isPlace, peopleIn } from './people-in-text.ts'
import { clockText, type Slot, slotAtEnd, slotAtStart } from './read-clock.ts'
import type { Reading } from './read-csv.ts'
import { dayHeading, daysAfter, readDate } from './read-day.ts'

const honorific =
  /,\s+(?=(?:mr|mrs|ms|dr|prof|ts|gs|pgs|ông|bà|đại sứ|thứ trưởng|bộ trưởng|đạo diễn|ambassador|minister|director)(?=[\s.]))/iu
const section = /^(?:session|phiên|part|phần)\s+[\divx]+/iu
const room = /^(?:room|phòng|hội trường|hall)(?=\s)/iu

type Draft = ImportedSession & { date: string | null; fromMinute: number; toMinute: number | null }

/**
 * An agenda as people paste it: a time or two at the beginning of a line, or at its end, then the title; the lines below
 * it, or the columns behind it, are people, a place, or more words. Nothing is guessed: what is none of these goes into
 * the abstract and is named.
 */
export function readText(text: string, reading: Reading = {}): ImportedAgenda {
  const { firstDay = null, timeZone = 'UTC', choices = {} } = reading
  const dates = dateOrder(datesOf(text), timeZone, firstDay)
  const order = choices.dateOrder ?? dates.order
  const drafts: Draft[] = []
  const lacking = new Set<string>()
  let date: string | null = null
  let isOpen = false
  let hall = ''
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const words = line(raw)
    if (!words) continue
    const last = drafts.at(-1)
    const isIndented = /^\s/.test(raw)
    const dated = dateBeforeTime(raw, order)
    if (dated) {
      date = dated.day
      isOpen = date === null
    }
    const found = slotIn(dated?.rest ?? raw, isIndented)
    if (found) {
      drafts.push(draftOf(found, index + 1, dayOf(date, found, last), hall))
      if (!date) lacking.add(isOpen ? 'order' : 'day')
      continue
    }
    const day = !last || !isIndented ? headingIn(words, firstDay, order) : null
    if (day) {
      date = day.day
      isOpen = day.isOpen
    }
    if (day?.lacks) lacking.add(day.lacks)
    if (day) continue
    if (room.test(words) && (!last || !isIndented)) hall = words
    else if (!last || (!isIndented && section.test(words))) continue
    else if (room.test(words)) last.room = words
    else addLine(last, words, index + 1)
  }
  const sessions = drafts.map((draft, at) => finished(draft, drafts[at + 1]))
  const notes: ImportedAgenda['notes'] = [lacking.has('day') ? 'day-missing' : 'times-without-zone']
  if (lacking.has('year') && firstDay) notes.push('year-missing')
  if (lacking.has('date') && firstDay) notes.push('days-counted')
  if (lacking.has('order')) notes.push('day-order')
  return {
    format: 'text',
    sessions: withOwnKeys(sessions),
    notes,
    dates: { ...dates, order, isChosen: choices.dateOrder !== undefined },
  }
}

/** A heading of a day; `isOpen`: it can be read two ways, and nothing says which. */
function headingIn(words: string, firstDay: string | null, order: DateOrder | null) {
  const found = dayHeading(words, firstDay, order)
  if (found) return { ...found, isOpen: false }
  return order === null && dayHeading(words, firstDay) ? { day: null, lacks: null, isOpen: true } : null
}

/** The lines, or their beginnings, that are dates whichever number is the month. */
function datesOf(text: string): string[] {
  return text.split(/\r?\n/).flatMap((raw) => {
    const words = line(raw)
    if (dayHeading(words, '2000-01-01')) return words
    return dateBeforeTime(raw, 'day-first')?.date ?? []
  })
}

type Found = Slot & { cells: string[] }

/** A line of a session: columns of a table go by tabs or strokes. */
function slotIn(raw: string, isIndented: boolean): Found | null {
  const [first = '', ...cells] = raw.trim().split(/\s*(?:\t|\|)\s*/)
  const slot = slotAtStart(first)
  if (slot) {
    const rest = [slot.rest, ...cells].map((cell) => line(cell)).filter(Boolean)
    // The end may stand in a column of its own.
    const end = slot.to === null && slot.rest === '' ? slotAtStart(rest[0] ?? '') : null
    const isEnd = end !== null && end.to === null && end.rest === ''
    const [title = '', ...more] = isEnd ? rest.slice(1) : rest
    return { from: slot.from, to: isEnd ? end.from : slot.to, rest: title, cells: more }
  }
  const late = isIndented ? null : slotAtEnd(line(raw))
  return late && { ...late, cells: [] }
}

/** "11/3/2025 9:00 Khai mạc": a day and a time in one line. */
function dateBeforeTime(
  raw: string,
  order: DateOrder | null,
): { day: string | null; date: string; rest: string } | null {
  const [, date = '', rest = ''] =
    /^(.{2,40}?\d{4}|\d{4}-\d\d-\d\d)[\s,:|T–-]+(\d.*)$/u.exec(raw.trim()) ?? []
  if (!readDate(date) || !slotAtStart(rest)) return null
  return { day: readDate(date, order), date, rest }
}

/** After a late evening, hours past midnight are of the next day, though no line says so. */
function dayOf(date: string | null, { from }: Slot, last: Draft | undefined): string | null {
  if (!date) return null
  const wasLate = last !== undefined && last.date === date && last.fromMinute >= 20 * 60
  const isPast = last !== undefined && last.date === daysAfter(date, 1)
  return from >= 1440 || ((wasLate || isPast) && from < 6 * 60) ? daysAfter(date, 1) : date
}

function draftOf(found: Found, number: number, date: string | null, hall: string): Draft {
  const [head = '', ...tail] = found.rest.split(honorific)
  const named = tail.length > 0 ? peopleIn(tail.join(', ')) : null
  const title = (named ? head : found.rest).replace(/^["“](.*)["”]$/, '$1').trim()
  const draft: Draft = {
    key: '',
    row: `line ${number}`,
    title,
    abstract: '',
    kind: kindOf(title),
    language: null,
    startsAt: null,
    endsAt: null,
    minutes: null,
    room: hall,
    track: '',
    people: named ?? [],
    unclear: [],
    date,
    fromMinute: found.from % 1440,
    toMinute: found.to,
  }
  for (const cell of found.cells) {
    if (isPlace(cell)) draft.room = cell.slice(0, 200)
    else addLine(draft, cell, number)
  }
  return draft
}

function addLine(draft: Draft, words: string, number: number) {
  const people = peopleIn(words)
  if (people) draft.people = [...draft.people, ...people]
  else if (!draft.room && draft.title && isPlace(words)) draft.room = words.slice(0, 200)
  else if (!draft.title && draft.people.length === 0 && !isPlace(words)) {
    draft.title = words.replace(/^["“](.*)["”]$/, '$1').slice(0, 300)
    draft.kind = kindOf(draft.title)
  } else if (words.length > 2) {
    draft.abstract = [draft.abstract, words].filter(Boolean).join('\n')
    draft.unclear = [...draft.unclear, `line ${number}: ${words}`]
  }
}

function finished({ date, fromMinute, toMinute, ...draft }: Draft, next: Draft | undefined): ImportedSession {
  // Without an end of its own a session lasts until the next, unless that is most of a day away.
  const gap = next && next.date === date ? next.fromMinute - fromMinute : 0
  const end = toMinute ?? (next && gap > 0 && gap <= 240 ? next.fromMinute : null)
  const length = end === null ? null : (end - fromMinute + 1440) % 1440 || null
  const clock = clockText(fromMinute)
  const unclear = [...(length ? [] : ['time']), ...(draft.title ? [] : ['title']), ...draft.unclear]
  return {
    ...draft,
    // By its title: the hour is what changes most often from one version of a programme to the next.
    key: `text ${date ?? ''} ${draft.title || clock}`.slice(0, 180),
    startsAt: date ? { local: `${date}T${clock}` } : { clock },
    minutes: length,
    unclear,
  }
}
