import { describe, expect, test } from 'vitest'
import { faultsOf, readCalendar } from './calendar-reading.ts'
import { invitation, nastyWords, roundtable } from './calendar-samples.ts'
import { longest, manyLines, oneLine, personName } from './calendar-text.ts'
import { cancelCalendar, type Invitation, personalCalendar, requestCalendar } from './invitation-calendar.ts'

const moved: Invitation = { ...invitation, sequence: 3 }

test('a request says to one reader what we said', () => {
  const text = requestCalendar(invitation)
  const { events, ...calendar } = readCalendar(text)
  expect(faultsOf(text)).toEqual([])
  expect(calendar).toMatchObject({
    product: '-//Ban Tron//ban-tron//VI',
    method: 'REQUEST',
    version: '2.0',
    components: ['vevent'],
  })
  expect(events[0]).toMatchObject({
    uid: invitation.uid,
    sequence: 0,
    title: invitation.title,
    description: invitation.description,
    location: invitation.location,
    startsAt: '2025-03-11T22:00:00.000Z',
    endsAt: '2025-03-12T00:00:00.000Z',
    zones: ['UTC', 'UTC'],
    issuedAt: '2025-02-20T03:04:05.000Z',
    status: 'CONFIRMED',
    url: invitation.url,
    geo: [42.37443, -71.11825],
    language: 'vi',
    inside: 0,
    organizer: [{ cn: invitation.organizer.name, address: 'mailto:moi@bantron.example' }],
    attendees: [
      {
        cn: invitation.attendee.name,
        address: 'mailto:hong.anh+film@example.vn',
        rsvp: 'TRUE',
        partstat: 'NEEDS-ACTION',
        role: 'REQ-PARTICIPANT',
        cutype: 'INDIVIDUAL',
      },
    ],
  })
})

describe('the lines of a request', () => {
  const lines = requestCalendar(invitation).replace(/\r\n /g, '').split('\r\n')

  test.each([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    'UID:',
    'DTSTAMP:',
    'DTSTART:',
    'DTEND:',
  ])('exactly one %s', (start) => {
    expect(lines.filter((line) => line.startsWith(start))).toHaveLength(1)
  })

  test('times are UTC, parameters bare, hints for feeds and alarms absent', () => {
    expect(lines).toContain('DTSTART:20250311T220000Z')
    expect(lines).toContain('DTEND:20250312T000000Z')
    expect(lines).toContain('DTSTAMP:20250220T030405Z')
    expect(lines).toContain('GEO:42.37443;-71.11825')
    expect(lines).toContain('STATUS:CONFIRMED')
    expect(lines).toContain(
      'ATTENDEE;RSVP=TRUE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;' +
        'CN="Nguyễn Thị Hồng Ánh; đạo diễn, biên kịch":mailto:hong.anh+film@example.vn',
    )
    expect(lines).toContain(
      'LOCATION;LANGUAGE=vi:Harvard University\\, Cambridge\\, Massachusetts\\; phòng A\\\\B',
    )
    expect(lines.join('\n')).not.toMatch(/X-PUBLISHED-TTL|VALARM|MAILTO:|TZID/)
  })
})

test('a cancellation keeps uid and organizer, with a higher sequence and the one attendee', () => {
  const text = cancelCalendar(moved)
  const { method, events } = readCalendar(text)
  expect(faultsOf(text)).toEqual([])
  expect(method).toBe('CANCEL')
  expect(events).toHaveLength(1)
  expect(events[0]).toMatchObject({ uid: invitation.uid, sequence: 3, status: 'CANCELLED' })
  expect(events[0]?.organizer).toEqual(readCalendar(requestCalendar(invitation)).events[0]?.organizer)
  expect(events[0]?.attendees).toMatchObject([{ address: 'mailto:hong.anh+film@example.vn' }])
  expect(events[0]?.attendees[0]).not.toHaveProperty('rsvp')
})

test('an update keeps what the guest answered', () => {
  const text = requestCalendar({ ...moved, attendee: { ...moved.attendee, answer: 'accepted' } })
  expect(readCalendar(text).events[0]?.attendees).toMatchObject([{ partstat: 'ACCEPTED', rsvp: 'TRUE' }])
})

test('a resend has the same bytes', () => {
  expect(requestCalendar(structuredClone(moved))).toBe(requestCalendar(moved))
})

test('the personal file names nobody and asks for no answer', () => {
  const text = personalCalendar(invitation)
  const { method, events } = readCalendar(text)
  expect(faultsOf(text)).toEqual([])
  expect(method).toBe('PUBLISH')
  expect(events[0]).toMatchObject({ uid: invitation.uid, attendees: [], organizer: [] })
  expect(text).not.toContain('@')
})

test('a title that fell back to the other language says so', () => {
  const text = requestCalendar({
    ...invitation,
    language: 'en',
    title: { text: 'Bàn tròn', lang: 'vi' },
    description: { text: 'Roundtable', lang: 'en' },
  })
  const { product, events } = readCalendar(text)
  expect(product).toBe('-//Ban Tron//ban-tron//EN')
  expect(events[0]).toMatchObject({ title: 'Bàn tròn', language: 'vi', descriptionLanguage: 'en' })
})

test('only what was given is written', () => {
  const { description, location, geo, url, ...bare } = roundtable
  const properties = ['uid', 'summary', 'dtstamp', 'dtstart', 'dtend', 'sequence', 'status']
  expect(readCalendar(personalCalendar(bare)).events[0]?.properties).toEqual(properties)
  const blank = { ...bare, description: ' \u0000', location: '', geo: null, url: '' }
  expect(readCalendar(personalCalendar(blank)).events[0]?.properties).toEqual(properties)
})

test('small coordinates have no exponent', () => {
  const text = personalCalendar({ ...roundtable, geo: { latitude: 0.00000012, longitude: -1e-9 } })
  expect(text).toContain('\r\nGEO:0;0\r\n')
})

describe('hostile words change nothing but the words', () => {
  test.each(nastyWords.map((words) => [JSON.stringify(words).slice(0, 40), words]))('%s', (_, words) => {
    const hostile: Invitation = {
      ...invitation,
      title: `T${words}`,
      description: words,
      location: words,
      organizer: { ...invitation.organizer, name: words },
      attendee: { ...invitation.attendee, name: words },
    }
    const started = performance.now()
    const text = requestCalendar(hostile)
    expect(performance.now() - started).toBeLessThan(1000)
    expect(faultsOf(text)).toEqual([])
    const { events, method, components } = readCalendar(text)
    expect(method).toBe('REQUEST')
    expect(components).toEqual(['vevent'])
    expect(events[0]).toMatchObject({
      uid: invitation.uid,
      title: oneLine(`T${words}`, longest.title),
      description: manyLines(words, longest.description) || null,
      location: oneLine(words, longest.location, ', ') || null,
      inside: 0,
      organizer: [{ cn: personName(words) || 'moi@bantron.example', address: 'mailto:moi@bantron.example' }],
      attendees: [
        {
          cn: personName(words) || 'hong.anh+film@example.vn',
          address: 'mailto:hong.anh+film@example.vn',
          role: 'REQ-PARTICIPANT',
          partstat: 'NEEDS-ACTION',
        },
      ],
    })
  })
})

describe('a refusal names the field and not the value', () => {
  const cases: [string, Partial<Invitation>][] = [
    ['uid', { uid: '' }],
    ['uid', { uid: 'a\r\nATTENDEE:x' }],
    ['sequence', { sequence: -1 }],
    ['sequence', { sequence: 1.5 }],
    ['sequence', { sequence: Date.UTC(2025, 0) }],
    ['issuedAt', { issuedAt: new Date(Number.NaN) }],
    ['startsAt', { startsAt: new Date('soon') }],
    ['startsAt', { startsAt: new Date('1969-12-31T00:00:00Z') }],
    ['endsAt', { endsAt: new Date('+010000-01-01T00:00:00Z') }],
    ['endsAt', { endsAt: roundtable.startsAt }],
    ['endsAt', { endsAt: new Date('2025-03-11T22:00:00.900Z') }],
    ['title', { title: ' \u202e\r\n' }],
    ['geo', { geo: { latitude: 91, longitude: 0 } }],
    ['geo', { geo: { latitude: 0, longitude: Number.NaN } }],
    ['url', { url: 'javascript:secret' }],
    ['status', { status: 'cancelled' }],
    ['organizer.email', { organizer: { name: 'secret', email: 'secret' } }],
    ['attendee.email', { attendee: { name: 'secret', email: 'secret@x>, <evil@e' } }],
    ['attendee.answer', { attendee: { ...invitation.attendee, answer: 'secret' as 'accepted' } }],
  ]
  test.each(cases)('%s', (field, wrong) => {
    expect(() => requestCalendar({ ...invitation, ...wrong })).toThrow(
      new Error(`Calendar file: ${field} is not usable`),
    )
  })

  test('a cancellation needs a sequence above the first', () => {
    expect(() => cancelCalendar(invitation)).toThrow(new Error('Calendar file: sequence is not usable'))
  })

  test('an address of many labels, on which the URL pattern of `ics` hangs, is written at once', () => {
    const url = `https://${Array(5).fill('a'.repeat(50)).join('.')}:1/`
    const started = performance.now()
    expect(readCalendar(personalCalendar({ ...roundtable, url })).events[0]?.url).toBe(url)
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
