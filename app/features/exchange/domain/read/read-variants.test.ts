import { describe, expect, it } from 'vitest'
import { durationOf, languageOf } from '../imported-agenda.ts'
import { readAgenda } from './read-files.ts'

const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n')
const calendarEvent = (...lines: string[]) => ['BEGIN:VEVENT', 'SUMMARY:Talk', ...lines, 'END:VEVENT']
const startsOf = (text: string) => readAgenda([text]).sessions.map((one) => one.startsAt)

describe('a calendar', () => {
  it.each([
    ['W. Europe Standard Time', '2027-03-10T11:00:00.000Z'],
    ['"Romance Standard Time"', '2027-03-10T11:00:00.000Z'],
    ['SE Asia Standard Time', '2027-03-10T05:00:00.000Z'],
    ['Eastern Standard Time 1', '2027-03-10T17:00:00.000Z'],
    ['/freeassociation.sourceforge.net/Europe/Paris', '2027-03-10T11:00:00.000Z'],
    ['"(UTC+07:00) Bangkok, Hanoi, Jakarta"', '2027-03-10T05:00:00.000Z'],
    ['"(UTC-05:00) Eastern Time (US & Canada)"', '2027-03-10T17:00:00.000Z'],
    ['GMT+7', '2027-03-10T05:00:00.000Z'],
    ['"UTC+05:30"', '2027-03-10T06:30:00.000Z'],
    ['Hanoi', '2027-03-10T05:00:00.000Z'],
  ])('knows the zone %s', (zone, instant) => {
    const lines = calendarEvent(`DTSTART;TZID=${zone}:20270310T120000`)
    expect(startsOf(calendar(...lines))).toEqual([{ instant }])
  })

  it('has a session for each date of what recurs, with the dates left out and those moved', () => {
    const zone = 'TZID=Asia/Ho_Chi_Minh'
    const text = calendar(
      ...calendarEvent(
        ...['UID:r', `DTSTART;${zone}:20270301T090000`, `DTEND;${zone}:20270301T100000`],
        ...['RRULE:FREQ=WEEKLY;UNTIL=20270322T020000Z', `EXDATE;${zone}:20270315T090000`],
      ),
      ...calendarEvent(
        ...['UID:r', `RECURRENCE-ID;${zone}:20270308T090000`, `DTSTART;${zone}:20270308T100000`],
        `DTEND;${zone}:20270308T110000`,
      ),
    )
    const { sessions } = readAgenda([text])
    expect(sessions.map((one) => [one.startsAt, one.endsAt])).toEqual(
      [
        ['2027-03-01T02:00', '2027-03-01T03:00'],
        ['2027-03-08T03:00', '2027-03-08T04:00'],
        ['2027-03-22T02:00', '2027-03-22T03:00'],
      ].map((times) => times.map((time) => ({ instant: `${time}:00.000Z` }))),
    )
    expect(new Set(sessions.map((one) => one.key)).size).toBe(3)
  })

  it('that recurs for ever ends all the same', () => {
    const daily = calendarEvent('UID:d', 'DTSTART:20270301T090000Z', 'RRULE:FREQ=DAILY')
    expect(startsOf(calendar(...daily))).toHaveLength(200)
  })
})

it.each([
  ['90', 90],
  ['1:30', 90],
  ['01:30:00', 90],
  ['1:01:30', 62],
  ['135.0:00', 135],
  ['PT45M', 45],
  ['PT1H30M', 90],
  ['0:00', null],
  ['-00:30', null],
  ['soon', null],
])('%s lasts %s minutes', (text, minutes) => {
  expect(durationOf(text)).toBe(minutes)
})

it.each([
  ['Tête-à-tête: hôtel rôle Une fête', null],
  ['It rained â€” badly', null],
  ['Panel with Ngô Phương Lan on how stories travel', null],
  ['Điện ảnh Việt Nam hôm nay', 'vi'],
  ['Bế mạc', 'vi'],
  ['Đêm', 'vi'],
  ['Đorđe Petrović i Čačak', null],
])('%s is in %s', (text, language) => {
  expect(languageOf(text)).toBe(language)
})

it('reads the other views of Sessionize', () => {
  const session = { id: '1', title: 'Talk', startsAt: '2027-03-01T09:00:00', endsAt: '2027-03-01T10:00:00' }
  const own = { ...session, speakers: [{ id: 's', name: 'Lan Ngô' }], roomId: 1, room: 'Dev' }
  const grid = [
    { date: '2027-03-01T00:00:00', rooms: [{ id: 1, name: 'Dev', sessions: [own] }], timeSlots: [] },
  ]
  const groups = [{ groupId: null, groupName: 'All', sessions: [own] }]
  const speakers = [{ id: 's', fullName: 'Lan Ngô', bio: 'Words', tagLine: 'Chair', sessions: [] }]
  for (const view of [grid, groups]) {
    const { format, sessions } = readAgenda([JSON.stringify(view), JSON.stringify(speakers)])
    const people = [{ name: 'Lan Ngô', key: 'sessionize s', biography: 'Words', position: 'Chair' }]
    expect([format, sessions]).toMatchObject(['sessionize', [{ key: 'sessionize 1', room: 'Dev', people }]])
  }
})
