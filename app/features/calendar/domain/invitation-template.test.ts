import { expect, test, vi } from 'vitest'
import { attendeeOf, calendarLines, organizerOf } from './calendar-entry.ts'
import { invitation, nastyWords } from './calendar-samples.ts'
import { foldLines } from './finish-lines.ts'
import type { Invitation } from './invitation-calendar.ts'

const seen = vi.hoisted(() => ({ times: 0 }))
vi.mock('ics', async (original) => {
  const ics = await original<typeof import('ics')>()
  const createEvents = (...given: Parameters<typeof ics.createEvents>) => {
    seen.times++
    return ics.createEvents(...given)
  }
  return { ...ics, createEvents }
})

// Afresh: another file of this process may have brought in the calendar with the library uncounted.
vi.resetModules()
const { cancelCalendar, requestCalendar } = await import('./invitation-calendar.ts')

/** What `ics` writes for this person alone. */
function alone(method: 'REQUEST' | 'CANCEL', { organizer, attendee, ...entry }: Invitation): string {
  const person = { ...attendeeOf(attendee), ...(method === 'REQUEST' && { rsvp: true }) }
  const parties = { organizer: organizerOf(organizer), attendees: [person] }
  return foldLines(calendarLines(method, entry.language, entry, parties))
}

const names = ['An', 'Somebody', 'mailto:somebody@example.org', 'UID:x', '$& $1', ...nastyWords]

test('the bytes are the same as if each file were written alone', () => {
  for (const [n, name] of names.entries()) {
    const person: Invitation = {
      ...invitation,
      uid: `uid-${n}`,
      sequence: n,
      issuedAt: new Date(1_700_000_000_000 + n * 1234),
      organizer: { name: `VFDA ${name}`, email: `reply+${n}@bantron.example` },
      attendee: { name, email: `khach.${n}+a@example.org`, ...(n % 3 === 0 && { answer: 'accepted' }) },
    }
    expect(requestCalendar(person)).toBe(alone('REQUEST', person))
    const gone: Invitation = { ...person, sequence: n + 1, status: 'cancelled' }
    expect(cancelCalendar(gone)).toBe(alone('CANCEL', gone))
  }
})

test('what all guests have in common is written once, and again when it changed', () => {
  const event: Invitation = { ...invitation, title: 'Một lần' }
  requestCalendar(event)
  seen.times = 0
  for (let n = 0; n < 20; n++) requestCalendar({ ...event, uid: `uid-${n}`, issuedAt: new Date(n * 60_000) })
  expect(seen.times).toBe(0)
  const later = { ...event, startsAt: new Date(event.startsAt.getTime() + 60_000) }
  expect(requestCalendar(later)).toContain('DTSTART:20250311T220100Z')
  expect(requestCalendar({ ...event, title: 'Hai lần' })).toContain('Hai lần')
  expect(seen.times).toBe(2)
})

test('what is unusable for one person is refused for that person', () => {
  requestCalendar(invitation)
  expect(() => requestCalendar({ ...invitation, uid: 'bad uid' })).toThrow('uid is not usable')
  expect(() => requestCalendar({ ...invitation, sequence: -1 })).toThrow('sequence is not usable')
  expect(() => requestCalendar({ ...invitation, issuedAt: new Date(Number.NaN) })).toThrow('issuedAt')
  expect(() => requestCalendar({ ...invitation, attendee: { name: 'x', email: 'a@b@c' } })).toThrow('email')
})
