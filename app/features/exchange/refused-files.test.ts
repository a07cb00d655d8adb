import { afterEach, expect, it } from 'vitest'
import { getLocale, overwriteGetLocale } from '#app/paraglide/runtime.js'
import { sourceOfBytes } from './domain/agenda-source.server.ts'
import { Unreadable } from './domain/imported-agenda.ts'
import { readAgenda } from './domain/read/read-files.ts'
import { unreadableText } from './organize/import-labels.ts'

const before = getLocale
afterEach(() => overwriteGetLocale(before))

/** What the page says of a file that is refused, in one language. */
function said(bytes: Buffer, locale: 'vi' | 'en'): string {
  overwriteGetLocale(() => locale)
  try {
    return `read as ${readAgenda([sourceOfBytes(bytes, 'a.txt').text]).format}`
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return unreadableText(error.code, error.detail)
  }
}

const zip = (inside: string) =>
  Buffer.from(`PK\u0003\u0004\u0014\0\u0006\0${'\0'.repeat(40)}${inside}`, 'latin1')
const json = (value: unknown) => JSON.stringify(value)
const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n')
const pretalx = (row: object) => json({ count: 1, next: null, previous: null, results: [row] })

it.each<[string, string | Buffer, string, string]>([
  ['a workbook', zip('\u0001xl/workbook.xml'), 'spreadsheet', 'bảng tính'],
  [
    'a sheet of LibreOffice',
    zip('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'),
    'spreadsheet',
    'bảng tính',
  ],
  ['a text of Word', zip('word/document.xml'), 'Word', 'Word'],
  ['slides', zip('ppt/presentation.xml'), 'presentation', 'trình chiếu'],
  ['an archive', zip('agenda.csv'), 'compressed', 'tệp nén'],
  ['a packed file', Buffer.from([0x1f, 0x8b, 8, 0, 0, 17, 254, 0, 3, 9]), 'compressed', 'tệp nén'],
  ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'old Excel', 'đời cũ'],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), 'picture', 'hình ảnh'],
  ['a PDF', '%PDF-1.7', 'PDF', 'PDF'],
  ['a rich text', '{\\rtf1\\ansi hello}', 'Word', 'Word'],
  ['a page', '<!-- saved -->\n<table><tr><td>9:00</td></tr></table>', 'web page', 'trang web'],
  ['a feed', '<?xml version="1.0"?><rss version="2.0"></rss>', 'news feed', 'nguồn tin'],
  ['a calendar in a comment', '<!--\nBEGIN:VCALENDAR\nEND:VCALENDAR\n-->', 'HTML comment', 'chú thích HTML'],
  ['JSON in a comment', '<!-- {"schedule":{}} -->', 'HTML comment', 'chú thích HTML'],
  ['a table in a comment', '<!--\nTitle,Start\nA,9:00', 'HTML comment', 'chú thích HTML'],
  ['an address book', 'BEGIN:VCARD\nFN:Jane\nEND:VCARD', 'address book', 'danh bạ'],
  ['a list of people', 'Name,Email\nAnna Muster,anna@example.org', 'list of people', 'danh sách người'],
  [
    'an answer',
    calendar('METHOD:REPLY', 'BEGIN:VEVENT', 'UID:1', 'END:VEVENT'),
    'answer to an invitation',
    'câu trả lời',
  ],
  ['free hours', calendar('BEGIN:VFREEBUSY', 'UID:1', 'END:VFREEBUSY'), 'free and busy', 'rảnh và bận'],
  ['tasks', calendar('BEGIN:VTODO', 'UID:1', 'END:VTODO'), 'tasks', 'việc cần làm'],
  [
    'pretalx’s speakers',
    pretalx({ code: 'A', name: 'Jane', biography: '' }),
    'pretalx’s speakers',
    'diễn giả của pretalx',
  ],
  [
    'pretalx’s submissions',
    pretalx({ code: 'A', title: 'T', submission_type: {} }),
    'list of submissions',
    'bài gửi',
  ],
  [
    'pretalx’s widget',
    json({ talks: [], rooms: [], speakers: [] }),
    'pretalx’s widget',
    'khung nhúng của pretalx',
  ],
  ['Sessionize’s speakers', json([{ id: 's', fullName: 'Lan' }]), 'Speakers view', 'Speakers của Sessionize'],
  ['an export of Sched', json([{ event_key: 'a', event_start: '' }]), 'Sched', 'Sched'],
  [
    'another dialect of XML',
    '<schedule><conference><title>EuroPython 2014</title></conference><entry/></schedule>',
    'another dialect: EuroPython 2014. It begins with conference, entry',
    'biến thể khác: EuroPython 2014',
  ],
  [
    'another dialect of JSON',
    json({ events: [], name: 'PyCon' }),
    'another dialect: PyCon. It begins with events, name',
    'biến thể khác: PyCon',
  ],
  [
    'a schedule of nothing',
    json({ schedule: { conference: { days: [] } } }),
    'of the format Schedule JSON',
    'định dạng Schedule JSON',
  ],
  ['a calendar of nothing', calendar(), 'of the format iCalendar', 'định dạng iCalendar'],
])('%s is refused by its name in both languages', (_, file, english, vietnamese) => {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file
  expect(said(bytes, 'en')).toContain(english)
  expect(said(bytes, 'vi')).toContain(vietnamese)
})

it.each<[string, string, string]>([
  [
    'XML behind a comment',
    '<!-- made --><schedule><day date="2027-03-01"><room name="A"><event id="1"><start>9:00</start></event></room></day></schedule>',
    'schedule-xml',
  ],
  [
    'a table whose people have addresses',
    'Title,Start,Email,Speaker\nA,9:00,a@example.org,Anna Muster',
    'csv',
  ],
])('%s is read all the same', (_, text, format) => {
  expect(said(Buffer.from(text), 'en')).toBe(`read as ${format}`)
})
