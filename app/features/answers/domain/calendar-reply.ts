import ICAL from 'ical.js'
import { calendarTime } from '#app/features/calendar/domain/calendar-time.ts'
import type { CalendarAnswer } from '#app/shared/vocabulary.ts'

/** What a calendar file says that answers an invitation of ours; nothing else of it is ever taken over. */
export type CalendarReply = {
  method: string
  uid: string
  sequence: number
  /** DTSTAMP; null when it is missing. */
  stampedAt: Date | null
  attendees: ReplyingAttendee[]
  comment: string
  /** Another time, as a COUNTER proposes it. */
  proposed: { startsAt: Date; endsAt: Date } | null
  /** What is proposed without a time on anybody's clock: whole days (`2025-03-12`, the last one too), or times of no zone. */
  proposedLoosely: LooseSlot | null
}

export type LooseSlot = { from: string; to: string }

export type ReplyingAttendee = {
  /** Lower case, without `mailto:`. */
  address: string
  answer: CalendarAnswer | null
  isDelegated: boolean
  /** Who shall come instead, where the file says it. */
  delegate: { address: string; name: string } | null
  comment: string
}

export const limits = { calendarLength: 100_000, attendees: 20, lineLength: 20_000, comment: 1000 }

const answers: Record<string, CalendarAnswer> = {
  'NEEDS-ACTION': 'needs-action',
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
}

/**
 * Reads an iTIP file (RFC 5546) as large clients write them; null when it is none, is too large, or is about several
 * things. No recurrence is expanded: an answer needs none.
 */
export function readCalendarReply(text: string): CalendarReply | null {
  if (text.length > limits.calendarLength) return null
  const unfolded = text.replace(/\r?\n[ \t]/g, '')
  if (unfolded.split('\n').some((line) => line.length > limits.lineLength)) return null
  try {
    const calendar = ICAL.Component.fromString(
      unfolded.slice(Math.max(0, unfolded.search(/BEGIN:VCALENDAR/i))),
    )
    const events = calendar.getAllSubcomponents('vevent')
    const uids = new Set(events.map((event) => words(event.getFirstPropertyValue('uid'))))
    const [event] = events
    if (calendar.name !== 'vcalendar' || !event || uids.size !== 1) return null
    const attendees = event.getAllProperties('attendee')
    if (attendees.length > limits.attendees) return null
    return {
      method: words(calendar.getFirstPropertyValue('method')).toUpperCase(),
      uid: words(event.getFirstPropertyValue('uid')).trim(),
      sequence: sequenceOf(event),
      stampedAt: instant(event, 'dtstamp'),
      attendees: attendees.map((one) => attendeeOf(one, attendees)),
      comment: plain(words(event.getFirstPropertyValue('comment'))),
      proposed: slotOf(event),
      proposedLoosely: looseSlotOf(event),
    }
  } catch {
    return null
  }
}

/** Absent it is 0; Exchange sometimes has it in a property of its own only. */
function sequenceOf(event: ICAL.Component): number {
  const given =
    event.getFirstPropertyValue('sequence') ?? event.getFirstPropertyValue('x-microsoft-cdo-appt-sequence')
  const number = Number(given ?? 0)
  return Number.isSafeInteger(number) && number >= 0 ? number : 0
}

function attendeeOf(property: ICAL.Property, all: ICAL.Property[]): ReplyingAttendee {
  const parameter = (name: string) => words(property.getParameter(name))
  const partstat = parameter('partstat').toUpperCase()
  return {
    address: addressIn(words(property.getFirstValue())),
    answer: answers[partstat] ?? null,
    isDelegated: partstat === 'DELEGATED' || parameter('delegated-to') !== '',
    delegate: delegateOf(addressIn(parameter('delegated-to')), all),
    comment: plain(parameter('x-response-comment')),
  }
}

/** The delegate is an attendee too (RFC 5546 3.2.2.3): there the file may have their name. */
function delegateOf(address: string, all: ICAL.Property[]): ReplyingAttendee['delegate'] {
  if (!address) return null
  const own = all.find((one) => addressIn(words(one.getFirstValue())) === address)
  return { address: plain(address, 254), name: plain(words(own?.getParameter('cn')), 120) }
}

/** A calendar user's address (RFC 5545 3.3.3), in lower case. */
export function addressIn(text: string): string {
  return text
    .trim()
    .replace(/^mailto:/i, '')
    .trim()
    .toLowerCase()
}

function slotOf(event: ICAL.Component): CalendarReply['proposed'] {
  const startsAt = instant(event, 'dtstart')
  const length = event.getFirstPropertyValue('duration')
  const endsAt =
    startsAt && length instanceof ICAL.Duration
      ? new Date(startsAt.getTime() + length.toSeconds() * 1000)
      : instant(event, 'dtend')
  return startsAt && endsAt && endsAt > startsAt ? { startsAt, endsAt } : null
}

function looseSlotOf(event: ICAL.Component): LooseSlot | null {
  const [from, to] = [loose(event, 'dtstart'), loose(event, 'dtend', -1)]
  if (!from) return null
  return { from, to: to && to >= from ? to : from }
}

/** A day, or a time of no zone. The end of whole days is the day after the last: `later` days are added to it. */
function loose(event: ICAL.Component, name: string, later = 0): string | null {
  const value = event.getFirstPropertyValue(name)
  if (value instanceof ICAL.Time && value.isDate) {
    const day = value.clone()
    day.adjust(later, 0, 0, 0)
    return day.toString()
  }
  const time = calendarTime(event, name)
  return time && 'local' in time ? time.local : null
}

/** An instant; a floating time says nothing. */
function instant(event: ICAL.Component, name: string): Date | null {
  const time = calendarTime(event, name)
  return time && 'instant' in time ? time.instant : null
}

function words(value: unknown): string {
  if (typeof value === 'string') return value
  return value === null || value === undefined ? '' : String(value)
}

/** Text only: clients escape it as HTML, end it with a line break, or hide controls in it. */
export function plain(text: string, longest = limits.comment): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' }
  return text
    .replace(/<[^>]{0,200}>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => entities[name] ?? '')
    .replace(/[^\P{Cc}\n]/gu, '')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim()
    .slice(0, longest)
}
