import { describe, expect, it } from 'vitest'
import { slotAtEnd, slotAtStart } from './read-clock.ts'
import type { Reading } from './read-csv.ts'
import { dayHeading } from './read-day.ts'
import { readAgenda } from './read-files.ts'

const firstDay = '2025-03-11'
const read = (text: string) => readAgenda([text], { firstDay })
const shown = (text: string) =>
  read(text).sessions.map(({ startsAt, minutes, title, room, people }) =>
    [
      startsAt && ('local' in startsAt ? startsAt.local : 'clock' in startsAt ? startsAt.clock : ''),
      minutes,
      title,
      room,
      people.map((one) => one.name).join(' & '),
    ].join(' | '),
  )

it.each([
  ['9:00 – 9:20 Khai mạc', 540, 560, 'Khai mạc'],
  ['9h00-9h20: Khai mạc', 540, 560, 'Khai mạc'],
  ['9h-10h Khai mạc', 540, 600, 'Khai mạc'],
  ['• 14 giờ 30 đến 15 giờ: Tọa đàm', 870, 900, 'Tọa đàm'],
  ['08:30 AM – 9:00 AM Opening', 510, 540, 'Opening'],
  ['6:00 – 7:15 pm Dinner', 1080, 1155, 'Dinner'],
  ['12:15 am – 1 am Night', 15, 60, 'Night'],
  ['18:00 Tối giao lưu', 1080, null, 'Tối giao lưu'],
  ['from 9 am to 10 am Talk', 540, 600, 'Talk'],
  ['9:00 - 25:00 Odd', 540, null, 'Odd'],
])('%s begins at %i and ends at %s', (text, from, to, rest) => {
  const slot = slotAtStart(text)
  expect([slot?.from, slot?.to]).toEqual([from, to])
  expect(slot?.rest).toContain(rest)
})

it.each(['1. Khai mạc', '10 films to see', '25:00 Late', '12.12.2019', '9:75 Wrong', 'Khai mạc'])(
  '%s has no time at its beginning',
  (text) => {
    expect(slotAtStart(text)).toBeNull()
  },
)

it('a time may stand at the end', () => {
  expect(slotAtEnd('Khai mạc (9:00 – 9:20)')).toEqual({ from: 540, to: 560, rest: 'Khai mạc' })
  expect(slotAtEnd('Khai mạc lúc 9:00')).toBeNull()
})

it.each([
  ['Ngày 11/3/2025', { day: '2025-03-11', lacks: null }],
  ['Thứ Ba, 11 tháng 3', { day: '2025-03-11', lacks: 'year' }],
  ['Tuesday, March 11', { day: '2025-03-11', lacks: 'year' }],
  ['12 March', { day: '2025-03-12', lacks: 'year' }],
  ['29/12', { day: '2024-12-29', lacks: 'year' }],
  ['Ngày 2: Hội thảo', { day: '2025-03-12', lacks: 'date' }],
  ['Day 3', { day: '2025-03-13', lacks: 'date' }],
  ['Phiên 1/2', null],
  ['31/13', null],
  ['Khai mạc', null],
])('%s as a heading is the day %j', (text, expected) => {
  expect(dayHeading(text, firstDay)).toEqual(expected)
})

describe('a pasted programme', () => {
  it.each([
    [
      'with strokes between its columns',
      'Tuesday, March 11\n08:30 AM – 9:00 AM | Opening | Hall A\n9:00 AM – 10:00 AM | Panel: Film | Moderator: Ngô Phương Lan',
      [
        '2025-03-11T08:30 | 30 | Opening | Hall A | ',
        '2025-03-11T09:00 | 60 | Panel: Film |  | Ngô Phương Lan',
      ],
    ],
    [
      'from a table with tabs, the end in a column of its own',
      'Thứ Ba, 11 tháng 3\n09:00\t09:20\tKhai mạc\tĐại sứ Nguyễn Quốc Dũng\tHội trường A\nThứ Tư, 12 tháng 3\n09:00 – 10:00\tTea Break',
      [
        '2025-03-11T09:00 | 20 | Khai mạc | Hội trường A | Nguyễn Quốc Dũng',
        '2025-03-12T09:00 | 60 | Tea Break |  | ',
      ],
    ],
    [
      'with titles below their times',
      '11/03/2025\n09:00 - 09:20\nKhai mạc\nĐại sứ Nguyễn Quốc Dũng\n10:00 - 11:00\nPanel Discussion\nJohn Smith, Director',
      [
        '2025-03-11T09:00 | 20 | Khai mạc |  | Nguyễn Quốc Dũng',
        '2025-03-11T10:00 | 60 | Panel Discussion |  | John Smith',
      ],
    ],
    [
      'that goes on after midnight',
      '11/03/2025\n23:00 - 00:30 Phim\n00:30 - 01:30 Giao lưu',
      ['2025-03-11T23:00 | 90 | Phim |  | ', '2025-03-12T00:30 | 60 | Giao lưu |  | '],
    ],
    [
      'with the day in each line',
      '11/3/2025 9:00 - 9:20 Khai mạc\n2025-03-12 10:00 - 10:30 Y',
      ['2025-03-11T09:00 | 20 | Khai mạc |  | ', '2025-03-12T10:00 | 30 | Y |  | '],
    ],
  ])('%s is read', (_, text, expected) => {
    expect(shown(text)).toEqual(expected)
  })

  it('of the same words at another hour keeps its keys; two of one title have two', () => {
    const keys = (text: string) => read(text).sessions.map((one) => one.key)
    const before = keys('11/03/2025\n9:00 - 9:30 A\n9:30 - 9:40 Nghỉ\n11:00 - 11:10 Nghỉ')
    expect(keys('11/03/2025\n9:15 - 9:45 A\n9:45 - 9:55 Nghỉ\n11:00 - 11:10 Nghỉ')).toEqual(before)
    expect(new Set(before).size).toBe(3)
  })
})

describe('a table', () => {
  it.each([
    [
      'copied from Word, without days',
      'Thời gian\tNội dung\tDiễn giả\tĐịa điểm\n09:00 - 09:20\tKhai mạc\tĐại sứ Nguyễn Quốc Dũng\tHội trường A',
      ['09:00 | 20 | Khai mạc | Hội trường A | Nguyễn Quốc Dũng'],
    ],
    [
      'with headings of days between its rows',
      'Giờ;Hoạt động\nNgày 11/3/2025;\n9h00 - 9h20;Khai mạc\n12 tháng 3;\n9h - 10h;Thảo luận',
      ['2025-03-11T09:00 | 20 | Khai mạc |  | ', '2025-03-12T09:00 | 60 | Thảo luận |  | '],
    ],
    [
      'in English, with days of the States',
      'Date,Time,Topic,Presenter\n3/25/2025,2:00 PM - 3:30 PM,Panel,Jane Doe',
      ['2025-03-25T14:00 | 90 | Panel |  | Jane Doe'],
    ],
  ])('%s is read', (_, text, expected) => {
    expect(shown(text)).toEqual(expected)
  })
})

it.each([
  ['{"schedule":\n{"conference": ', 'broken', '2'],
  ['<schedule>\n<day>\n<room', 'broken', '3'],
  ['BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMM', 'broken', '3'],
])('%j is %s at line %s', (text, code, detail) => {
  expect(() => read(text)).toThrow(expect.objectContaining({ code, detail }))
})

describe('the dates of a text have one order', () => {
  const days = (dates: string[], more: Reading = {}) =>
    readAgenda([dates.map((date) => `${date}\n9:00 - 9:30 T ${date}`).join('\n')], {
      firstDay: '2027-06-01',
      timeZone: 'Asia/Ho_Chi_Minh',
      ...more,
    }).sessions.map(({ startsAt }) => String(Object.values(startsAt ?? {})[0]).slice(0, 10))
  const newYork = { timeZone: 'America/New_York' }
  it.each<[string, string[], Reading, string[]]>([
    ['that a number over twelve proves', ['01/03/2027', '03/13/2027'], {}, ['2027-01-03', '2027-03-13']],
    ['that the zone suggests', ['03/04/2027'], {}, ['2027-04-03']],
    ['that the zone of New York suggests', ['03/04/2027', '3/5'], newYork, ['2027-03-04', '2027-03-05']],
    [
      'that the day of the event suggests, wherever it is',
      ['11/03/2027', '12/03/2027'],
      { ...newYork, firstDay: '2027-03-11' },
      ['2027-03-11', '2027-03-12'],
    ],
    [
      'that somebody chose',
      ['03/04/2027'],
      { ...newYork, choices: { dateOrder: 'day-first' }, isText: true },
      ['2027-04-03'],
    ],
    ['that words need not', ['11 tháng 3 năm 2027', 'March 12, 2027'], newYork, ['2027-03-11', '2027-03-12']],
  ])('%s', (_, dates, more, expected) => {
    expect(days(dates, more)).toEqual(expected)
  })

  it('and stay open, and are said, when two prove each other wrong', () => {
    const text = '13/03/2027\n9:00 - 9:30 A\n03/14/2027\n9:00 - 9:30 B\n03/04/2027\n9:00 - 9:30 C'
    const { sessions, notes, dates } = readAgenda([text])
    expect(sessions.at(-1)?.startsAt).toEqual({ clock: '09:00' })
    expect(notes).toContain('day-order')
    expect(dates).toMatchObject({ order: null, isNeeded: true })
  })
})
