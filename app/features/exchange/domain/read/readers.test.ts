import { describe, expect, it } from 'vitest'
import { peopleIn } from './people-in-text.ts'
import { readDate } from './read-day.ts'
import { readAgenda } from './read-files.ts'

const names = (text: string) =>
  peopleIn(text)?.map((one) => `${one.role} ${one.name}${one.position ? ` (${one.position})` : ''}`) ?? null

describe('a line of a programme names', () => {
  it.each<[string, string[] | null]>([
    ['Dr. Ngô Văn Đoan - Trưởng khoa Chẩn đoán', ['speaker Ngô Văn Đoan (Trưởng khoa Chẩn đoán)']],
    ['Đại sứ Nguyễn Quốc Dũng', ['speaker Nguyễn Quốc Dũng (Đại sứ)']],
    ['Tea Break', null],
    ['Lễ Bế Mạc', null],
    ['Film Board - CEO Trương Quốc Hùng', ['speaker Trương Quốc Hùng (Film Board)']],
    ['National Film Centre Director - Assoc. Prof. Dr. Đỗ Tất Cường', null],
    [
      'Film Institute Director - Assoc. Prof. Dr. Đỗ Tất Cường',
      ['speaker Đỗ Tất Cường (Film Institute Director)'],
    ],
    [
      'Vũ Ngọc Tâm, Đặng Hoàng Giang, Lê Hồng Lâm',
      ['speaker Vũ Ngọc Tâm', 'speaker Đặng Hoàng Giang', 'speaker Lê Hồng Lâm'],
    ],
    [
      'Moderator: Ms. Trương Lý Hoàng Phi, City Films CEO',
      ['moderator Trương Lý Hoàng Phi (City Films CEO)'],
    ],
    ['Điều phối: Ngô Phương Lan', ['moderator Ngô Phương Lan']],
    ['Lotus Restaurant - 3rd floor', null],
    ['How stories travel', null],
    ['MC', null],
    ['Q&A: the future of film', null],
  ])('%s: %j', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })
})

it.each([
  ['12/12/2019', '2019-12-12'],
  ['Thứ Ba, 11 tháng 3 năm 2025', '2025-03-11'],
  ['Tuesday, March 11, 2025', '2025-03-11'],
  ['11 March 2025', '2025-03-11'],
  ['2025-03-11', '2025-03-11'],
  ['3/25/2025', '2025-03-25'],
  ['31/02/2025', null],
  ['no date', null],
])('%s is the day %s', (text, day) => {
  expect(readDate(text)).toBe(day)
})

describe('a pasted programme', () => {
  const text = `
FILM ROUNDTABLE
11/03/2025
Hội trường Ginsburg

18:00 – 18:15  Đón khách
18:15 - 18:30 Khai mạc, Đại sứ Nguyễn Quốc Dũng
6:30 PM - 7:15 PM: Panel: stories that travel
   Moderator: Ngô Phương Lan
   Đặng Thái Huyền - Đạo diễn
   a question nobody answered
19:15 - 19:30
   Dr. Lê Hồng Lâm - Nhà phê bình
19h30 Bế mạc
`
  it('is read line by line; what is unclear is named', () => {
    const { format, sessions } = readAgenda([text])
    expect(format).toBe('text')
    expect(sessions.map((one) => [one.row, one.title, one.minutes, one.kind, one.room])).toEqual([
      ['line 6', 'Đón khách', 15, 'break', 'Hội trường Ginsburg'],
      ['line 7', 'Khai mạc', 15, 'ceremony', 'Hội trường Ginsburg'],
      ['line 8', 'Panel: stories that travel', 45, 'panel', 'Hội trường Ginsburg'],
      ['line 12', '', 15, 'talk', 'Hội trường Ginsburg'],
      ['line 14', 'Bế mạc', null, 'ceremony', 'Hội trường Ginsburg'],
    ])
    expect(sessions.map((one) => one.startsAt)).toContainEqual({ local: '2025-03-11T18:30' })
    expect(sessions[1]?.people).toMatchObject([{ name: 'Nguyễn Quốc Dũng' }])
    expect(sessions[2]?.people).toMatchObject([
      { role: 'moderator', name: 'Ngô Phương Lan' },
      { name: 'Đặng Thái Huyền' },
    ])
    expect(sessions[2]?.unclear).toEqual(['line 11: a question nobody answered'])
    expect(sessions[3]?.unclear).toEqual(['title'])
    expect(sessions[4]?.unclear).toEqual(['time'])
  })

  it('without a date says so', () => {
    const { notes, sessions } = readAgenda(['9:00 - 9:30 Opening'])
    expect([notes, sessions[0]?.startsAt]).toEqual([['day-missing'], { clock: '09:00' }])
  })
})

describe('files of other systems', () => {
  const event = {
    id: 7,
    guid: '8079583e-8321-506c-95af-fd2903a5f075',
    date: '2025-03-11T18:00:00-04:00',
    start: '18:00',
    duration: '00:30',
    room: 'Large',
    title: 'Opening',
    subtitle: '',
    track: 'Film',
    type: 'Talk',
    language: 'en',
    abstract: 'Words',
    description: '<p>More</p>',
    persons: [{ id: 1, public_name: 'Ngô Phương Lan' }],
  }
  it('schedule JSON', () => {
    const file = { schedule: { conference: { days: [{ rooms: { Large: [event], Small: [event] } }] } } }
    const { format, sessions } = readAgenda([JSON.stringify(file)])
    expect(format).toBe('schedule-json')
    expect(sessions).toMatchObject([
      {
        key: event.guid,
        title: 'Opening',
        abstract: 'Words\n\nMore',
        minutes: 30,
        room: 'Large',
        track: 'Film',
        startsAt: { instant: '2025-03-11T22:00:00.000Z' },
        people: [{ name: 'Ngô Phương Lan', role: 'speaker' }],
      },
      { key: `${event.guid}#2` },
    ])
  })

  it('schedule XML, with people in one line and local times marked as UTC', () => {
    const xml = `<?xml version="1.0"?><schedule><day index="1"><room name="Main"><event id="101"><title>A &amp; B</title>
      <date>2019-05-22T09:00:00Z</date><start>09:00</start><duration>00:10</duration>
      <person>Dr. Sebastian Tramp, Andreas Heinecke</person><track>T</track></event></room></day></schedule>`
    const { sessions, notes } = readAgenda([xml])
    expect(notes).toEqual(['times-marked-utc'])
    expect(sessions).toMatchObject([
      { key: '101', title: 'A & B', people: [{ name: 'Dr. Sebastian Tramp' }, { name: 'Andreas Heinecke' }] },
    ])
  })

  it('schedule XML keeps whole what it sets apart, with links in either spelling', () => {
    const xml = `<schedule><conference><acronym>c</acronym></conference><day date="2027-03-01"><room name="A"><event id="1">
      <date>2027-03-01T09:00:00+07:00</date><duration>00:30</duration><title>One</title><abstract>a</abstract>
      <persons><person id="1">Test Person, PhD</person><person id="2">Vũ, Tâm</person><person>Lan, Hoa</person></persons>
      <links><link href="https://example.org/a">A</link><link><url>https://example.org/b</url><title>B</title></link>
      <link href="javascript:alert(1)">C</link></links></event></room></day></schedule>`
    const [session] = readAgenda([xml]).sessions
    expect(session?.people).toEqual([
      { name: 'Test Person, PhD', role: 'speaker', key: 'schedule c/1' },
      { name: 'Vũ, Tâm', role: 'speaker', key: 'schedule c/2' },
      { name: 'Lan, Hoa', role: 'speaker' },
    ])
    expect(session?.abstract).toBe('a\n\nA: https://example.org/a\nB: https://example.org/b')
  })

  it.each([
    ['a DTD', '<!DOCTYPE x [<!ENTITY a "b">]><schedule/>', 'doctype'],
    ['half a document', '<schedule><day', 'broken'],
    ['half a file', '{"schedule": ', 'broken'],
    ['another kind of JSON', '{"a": 1}', 'dialect'],
    ['a schedule of another dialect', '<schedule><day><slot><talk/></slot></day></schedule>', 'dialect'],
    ['a calendar in a comment', '<!--\nBEGIN:VCALENDAR\nEND:VCALENDAR\n-->', 'other-kind'],
    ['a page', '<!DOCTYPE html><html></html>', 'other-kind'],
    ['a PDF', '%PDF-1.7', 'other-kind'],
    ['nothing', '  ', 'empty'],
    ['a calendar of nothing', 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR', 'empty'],
    ['words', 'Hello there', 'empty'],
  ])('%s is refused', (_, text, code) => {
    expect(() => readAgenda([text])).toThrow(code)
  })

  it('Sessionize', () => {
    const file = {
      sessions: [
        {
          id: '1',
          title: 'Talk',
          description: 'a\r\nb',
          startsAt: '2021-04-16T08:00:00',
          endsAt: '2021-04-16T08:50:00',
          speakers: ['s'],
          categoryItems: [5, 6],
          roomId: 9,
        },
        {
          id: '2',
          title: 'Lunch',
          isServiceSession: true,
          startsAt: null,
          endsAt: null,
          speakers: [],
          categoryItems: [],
          roomId: null,
        },
      ],
      speakers: [{ id: 's', firstName: 'Lan', lastName: 'Ngô', tagLine: 'Chair' }],
      categories: [
        { title: 'Track', items: [{ id: 5, name: 'AI' }] },
        { title: 'Language', items: [{ id: 6, name: 'English' }] },
      ],
      rooms: [{ id: 9, name: 'Dev' }],
      questions: [],
    }
    const { format, sessions, notes } = readAgenda([JSON.stringify(file)])
    expect([format, notes]).toEqual(['sessionize', ['times-without-zone']])
    expect(sessions).toMatchObject([
      {
        title: 'Talk',
        abstract: 'a\nb',
        room: 'Dev',
        track: 'AI',
        language: 'en',
        startsAt: { local: '2021-04-16T08:00' },
        people: [{ name: 'Lan Ngô', position: 'Chair' }],
      },
      { title: 'Lunch', kind: 'break', unclear: ['time'] },
    ])
  })

  it('Open Event, in several files whose keys differ', () => {
    const sessions = [
      {
        id: 1,
        title: 'Info',
        'starts-at': '2010-11-11T20:00:00+07:00',
        'ends-at': '2010-11-11T20:30:00+07:00',
        microlocation: { name: 'Bar' },
        track: { name: 'Light' },
        speakers: [{ id: 3, name: 'Hong Phuc Dang' }],
      },
    ]
    const speakers = [{ id: 3, name: 'Hong Phuc Dang', email: 'h@example.org', organisation: 'FOSS' }]
    const read = readAgenda([JSON.stringify(speakers), JSON.stringify(sessions)])
    expect(read).toMatchObject({
      format: 'open-event',
      sessions: [
        {
          room: 'Bar',
          startsAt: { instant: '2010-11-11T13:00:00.000Z' },
          people: [{ email: 'h@example.org', affiliation: 'FOSS' }],
        },
      ],
    })
  })

  it('iCalendar', () => {
    const ics = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'BEGIN:VEVENT',
      'UID:a',
      'SUMMARY:Mở đầu',
      'DTSTART:20250311T220000Z',
      'DTEND:20250311T223000Z',
      'LOCATION:Lớn',
      'RRULE:FREQ=DAILY;COUNT=2',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n')
    expect(readAgenda([ics])).toMatchObject({
      format: 'ics',
      notes: ['recurrences'],
      sessions: [
        { title: 'Mở đầu', room: 'Lớn', startsAt: { instant: '2025-03-11T22:00:00.000Z' } },
        { title: 'Mở đầu', room: 'Lớn', startsAt: { instant: '2025-03-12T22:00:00.000Z' } },
      ],
    })
  })

  it.each([';', ',', '\t'])('a table with %j, in Vietnamese, as Excel writes it', (sign) => {
    const rows = [
      ['Ngày', 'Bắt đầu', 'Kết thúc', 'Tên phiên', 'Phòng', 'Diễn giả'],
      ['11/03/2025', '18:00', '18:30', '"Khai mạc; mở đầu"', 'Lớn', 'Ngô Phương Lan'],
      ['11/03/2025', '', '', 'Không giờ', '', ''],
    ]
    const text = `\uFEFF${rows.map((row) => row.join(sign)).join('\r\n')}`
    expect(readAgenda([text])).toMatchObject({
      format: 'csv',
      sessions: [
        {
          row: 'line 2',
          title: 'Khai mạc; mở đầu',
          room: 'Lớn',
          startsAt: { local: '2025-03-11T18:00' },
          people: [{ name: 'Ngô Phương Lan' }],
        },
        { row: 'line 3', unclear: ['time'] },
      ],
    })
  })
})
