import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { sourceOfBytes } from '../agenda-source.server.ts'
import type { Reading } from './read-csv.ts'
import { dayCell } from './read-day.ts'
import { readAgenda } from './read-files.ts'

const hanoi: Reading = { firstDay: '2027-03-01', timeZone: 'Asia/Ho_Chi_Minh' }
const shown = (text: string, more: Reading = {}) =>
  readAgenda([text], { ...hanoi, ...more }).sessions.map(({ title, startsAt, endsAt, minutes, room }) => {
    const time = (one: typeof startsAt) => Object.values(one ?? { none: '' })[0]
    return [time(startsAt), endsAt ? time(endsAt) : minutes, title, room].join(' | ')
  })
const fileOf = (text: string, encoding: string) => sourceOfBytes(iconv.encode(text, encoding), 'a.csv')

describe('an encoding', () => {
  const table = 'Tiêu đề,Ngày,Bắt đầu,Kết thúc\nĐêm điện ảnh Đà Nẵng,13/03/2027,09:00,09:30\n'
  // Of 1258 each tone is a sign of its own behind its letter.
  const parted = table.replace(/[\u1ea0-\u1ef9]/g, (letter) => {
    const [base = '', ...marks] = letter.normalize('NFD')
    const shape = marks.filter((mark) => '\u0302\u0306\u031b'.includes(mark)).join('')
    return `${(base + shape).normalize('NFC')}${marks.filter((mark) => !shape.includes(mark)).join('')}`
  })
  it.each([
    ['utf-8', table, true],
    ['windows-1258', parted, false],
    ['utf-16le', table, false],
    ['utf-16be', table, false],
  ])('%s is found out', (encoding, text, isCertain) => {
    const source = fileOf(text, encoding)
    expect(source).toMatchObject({ encoding, isCertain })
    expect(shown(source.text)).toEqual(['2027-03-13T09:00 | 2027-03-13T09:30 | Đêm điện ảnh Đà Nẵng | '])
  })

  it('of a Mac is found out by its quotation marks', () => {
    const source = fileOf('Title,Date,Start,End\n“Quoted” – Café,2027-03-01,09:00,09:30\n', 'macintosh')
    expect(source.encoding).toBe('macintosh')
    expect(shown(source.text)).toEqual(['2027-03-01T09:00 | 2027-03-01T09:30 | “Quoted” – Café | '])
  })

  it.each([
    ['archive', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(400)])],
    ['office', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(400)])],
  ])('is none of an %s, whose beginning says what it is', (detail, bytes) => {
    const { text } = sourceOfBytes(bytes, 'a.csv')
    expect(() => readAgenda([text])).toThrow(expect.objectContaining({ code: 'other-kind', detail }))
  })
})

describe('a table', () => {
  it('with the hint of Excel has its delimiter, and a cell too many is kept', () => {
    const { table, sessions } = readAgenda([
      'sep=;\nTitle;Date;Start;End;Room\nA;2027-03-01;09:00;09:30;A, B; C',
    ])
    expect(table).toMatchObject({ delimiter: ';', header: 2 })
    expect(sessions).toMatchObject([{ title: 'A', room: 'A, B', abstract: 'C', unclear: ['line 3: C'] }])
  })

  it('with its header below a title takes the day from above it', () => {
    const text = 'Chương trình,,\nNgày 2/3/2027,,\nGiờ,Nội dung,Phòng\n9:00 - 9:20,Khai mạc,A'
    expect(shown(text)).toEqual(['2027-03-02T09:00 | 20 | Khai mạc | A'])
    expect(readAgenda([text], hanoi).table).toMatchObject({ header: 3, above: [1, 2] })
  })

  it('accounts for each of its rows', () => {
    const text = 'Time,Title\nDay 2,\n9:00-9:20,Opening\n,"An odd ""one\n10:00-10:20,\n'
    const { table, sessions } = readAgenda([text], hanoi)
    expect(table?.days).toEqual([2])
    expect(sessions.map((one) => one.row)).toEqual(['line 3', 'line 4', 'line 5'])
  })

  it('without names of columns is told by its cells, and otherwise as people say', () => {
    const text = '2027-03-01,9:00,9:30,Opening of it all,A\n2027-03-01,10:00,10:30,Talk of the day,B'
    expect(shown(text, { isTable: true })).toEqual([
      '2027-03-01T09:00 | 2027-03-01T09:30 | Opening of it all | ',
      '2027-03-01T10:00 | 2027-03-01T10:30 | Talk of the day | ',
    ])
    const odd = 'Wann,Was,Wo\n9:00-9:30,Start,A'
    expect(readAgenda([odd], { isTable: true }).table).toMatchObject({ isUnsure: true })
    const choices = { header: 1, columns: ['start', 'title', 'room'] }
    expect(shown(odd, { choices })).toEqual(['09:00 | 30 | Start | A'])
  })

  it('of words with commas is none', () => {
    expect(readAgenda(['Agenda\n9:00 - 9:30 Opening, welcome']).format).toBe('text')
  })
})

describe('a time', () => {
  it.each([
    ['9:00 - 9:45', '2027-03-01T09:00 | 45'],
    ['09h45–10h15', '2027-03-01T09:45 | 30'],
    ['9:00 PM - 12:30 AM', '2027-03-01T21:00 | 210'],
    ['14.00-15.00', '2027-03-01T14:00 | 60'],
    ['2pm-3pm', '2027-03-01T14:00 | 60'],
    ['01/03/2027 15:00 - 16:00', '2027-03-01T15:00 | 60'],
  ])('%s is a range', (time, expected) => {
    expect(shown(`Date,Time,Title\n2027-03-01,${time},T`)).toEqual([`${expected} | T | `])
  })

  it('without an end lasts until the next start of its room, and says so', () => {
    const { sessions } = readAgenda(
      ['Date,Time,Title,Room\n2027-03-01,16:00,One,A\n2027-03-01,16:10,Other,B\n2027-03-01,16:30,Next,A'],
      hanoi,
    )
    expect(sessions.map(({ minutes, unclear }) => [minutes, unclear])).toEqual([
      [30, ['end-of-next']],
      [null, ['time']],
      [null, ['time']],
    ])
  })
})

describe('a day', () => {
  it.each([
    ['1', '2027-03-01', ''],
    ['2', '2027-03-02', ''],
    ['Day 3', '2027-03-03', ''],
    ['Tue', '2027-03-02', ''],
    ['Mon', '2027-03-01', ''],
    ['Chủ nhật', '2027-03-07', ''],
    ['Thứ Tư', '2027-03-03', ''],
    ['T7', '2027-03-06', ''],
    ['Wed 14:45-16:30', '2027-03-03', '14:45-16:30'],
    ['20270304', '2027-03-04', ''],
  ])('%s is counted from the first of the event: %s', (cell, day, rest) => {
    expect(dayCell(cell, '2027-03-01')).toMatchObject({ day, rest })
  })

  it('in a column of numbers and weekdays is read, and the counting is said', () => {
    const text =
      'day,time,title,room\n1,9:00,Opening,A\n1,10:00,Talk,A\n2,9:00,Second,A\nWed 14:45-16:30,,Both,A'
    expect(shown(text)).toEqual([
      '2027-03-01T09:00 | 60 | Opening | A',
      '2027-03-01T10:00 |  | Talk | A',
      '2027-03-02T09:00 |  | Second | A',
      '2027-03-03T14:45 | 105 | Both | A',
    ])
    expect(readAgenda([text], hanoi).notes).toContain('days-counted')
  })
})

describe('the dates of a column have one order', () => {
  const table = (...dates: string[]) =>
    `Date,Time,Title\n${dates.map((date) => `${date},9:00-9:30,T`).join('\n')}`
  const days = (text: string, more: Reading = {}) =>
    readAgenda([text], { ...hanoi, ...more }).sessions.map((one) => Object.values(one.startsAt ?? {})[0])
  const newYork = { timeZone: 'America/New_York' }
  it.each<[string, string, Reading, string[], object]>([
    [
      'that a number over twelve proves',
      table('01/03/2027', '03/13/2027'),
      {},
      ['2027-01-03T09:00', '2027-03-13T09:00'],
      { order: 'month-first', isProven: true },
    ],
    [
      'that the zone suggests',
      table('03/04/2027'),
      {},
      ['2027-04-03T09:00'],
      { order: 'day-first', isProven: false },
    ],
    [
      'that the zone of New York suggests',
      table('03/04/2027'),
      newYork,
      ['2027-03-04T09:00'],
      { order: 'month-first', isProven: false },
    ],
    [
      'that somebody chose',
      table('03/04/2027'),
      { ...newYork, choices: { dateOrder: 'day-first' } },
      ['2027-04-03T09:00'],
      { order: 'day-first', isChosen: true },
    ],
    [
      'or are asked when two prove each other wrong',
      table('13/03/2027', '03/14/2027', '03/04/2027'),
      {},
      ['2027-03-13T09:00', '2027-03-14T09:00', '09:00'],
      { order: null },
    ],
    [
      'without years too',
      table('3/4', '3/13'),
      {},
      ['2027-03-04T09:00', '2027-03-13T09:00'],
      { order: 'month-first' },
    ],
  ])('%s', (_, text, more, expected, dates) => {
    expect(days(text, more)).toEqual(expected)
    expect(readAgenda([text], { ...hanoi, ...more }).table?.dates).toMatchObject(dates)
  })

  it('and what is open is said', () => {
    expect(readAgenda([table('13/03/2027', '03/14/2027', '03/04/2027')], hanoi).notes).toContain('day-order')
    // Another word is no question of order: the day is asked.
    expect(readAgenda([table('13/03/2027', 'someday')], hanoi).notes).toEqual(['day-missing'])
  })
})

describe('a date as spreadsheets shorten it', () => {
  it.each([
    ['1-Mar-27', '2027-03-01'],
    ['1 Mar 2027', '2027-03-01'],
    ['01-03-27', '2027-03-01'],
    ['1/3/27', '2027-03-01'],
    ['13.03.27', '2027-03-13'],
    ['1/3/2', undefined],
  ])('%s is %s', (cell, day) => {
    expect(dayCell(cell, '2027-03-01')?.day).toBe(day)
  })

  it('ends in the next day at 24:30', () => {
    expect(shown('Date,Time,Title\n2027-03-01,24:00-24:30,Late')).toEqual(['2027-03-02T00:00 | 30 | Late | '])
  })
})

describe('a table that nobody made for us', () => {
  it('is read with the sign that Excel is told, whichever it is', () => {
    expect(shown('sep=^\nTitle^Date^Start^End\nA^2027-03-01^9:00^9:30')).toEqual([
      '2027-03-01T09:00 | 2027-03-01T09:30 | A | ',
    ])
  })

  it('of Markdown has no row for its line', () => {
    const text = '| Time | Title | Room |\n|:--|---|---:|\n| 9:00–9:30 | Opening | A |'
    expect(shown(text)).toEqual(['09:00 | 30 | Opening | A'])
  })

  it('without names of columns has rooms and people too, under its days', () => {
    const text = [
      'Day 1,,,',
      '9:00-9:30,Opening of the day,Phòng A,Ngô Phương Lan',
      'Day 2,,,',
      '9:00-9:30,Second opening,Phòng B,John van der Berg',
    ].join('\n')
    const { sessions, table } = readAgenda([text], { ...hanoi, isTable: true })
    expect(table?.columns.map(({ field }) => field)).toEqual(['start', 'title', 'room', 'people'])
    expect(sessions.map(({ startsAt, room, people }) => [startsAt, room, people[0]?.name])).toEqual([
      [{ local: '2027-03-01T09:00' }, 'Phòng A', 'Ngô Phương Lan'],
      [{ local: '2027-03-02T09:00' }, 'Phòng B', 'John van der Berg'],
    ])
  })
})

describe('a cell of people', () => {
  const cast = (cell: string) =>
    readAgenda([`Title,Start,Speakers\nT,9:00,"${cell}"`]).sessions[0]?.people.map(({ name, position }) =>
      position ? `${name} (${position})` : name,
    )
  it.each([
    ['Anna Muster, Bo Beispiel and Cy Third', ['Anna Muster', 'Bo Beispiel', 'Cy Third']],
    ['Ngô Lan và Vũ Tâm', ['Ngô Lan', 'Vũ Tâm']],
    ['John van der Berg & Mary-Ann O’Neil', ['John van der Berg', 'Mary-Ann O’Neil']],
    ['Nguyễn An – Giám đốc, Trần Bình – Phó giám đốc', ['Nguyễn An (Giám đốc)', 'Trần Bình (Phó giám đốc)']],
    ['Test Person, PhD', ['Test Person, PhD']],
    ['John Smith, Jr.', ['John Smith, Jr.']],
    ['李小龙', ['李小龙']],
    ['TBA', []],
    ['Nhà hát Lớn Hà Nội', []],
  ])('%s names %j', (cell, names) => {
    expect(cast(cell)).toEqual(names)
  })
})
