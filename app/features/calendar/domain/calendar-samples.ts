import type { CalendarEntry } from './calendar-entry.ts'
import type { Invitation } from './invitation-calendar.ts'

/** Entries for the tests of this folder: the Harvard roundtable, two days after a change of the clocks in Boston. */
export const roundtable: CalendarEntry = {
  uid: '7d1c3f0a-52be-4a1e-9a43-0d2f6b8f3c11',
  sequence: 0,
  issuedAt: new Date('2025-02-20T03:04:05.678Z'),
  startsAt: new Date('2025-03-11T22:00:00Z'),
  endsAt: new Date('2025-03-12T00:00:00Z'),
  title: 'Hợp tác phát triển điện ảnh Việt Nam – Hoa Kỳ; trí tuệ nhân tạo, Cách mạng công nghiệp 4.0',
  description: 'Bàn tròn tại Đại học Harvard.\n\nChủ đề: điện ảnh, công nghệ; "AI" \\ con người 🎬\nHẹn gặp!',
  location: 'Harvard University, Cambridge, Massachusetts; phòng A\\B',
  geo: { latitude: 42.37443, longitude: -71.11825 },
  url: 'https://bantron.example/vi/events/harvard-roundtable-2025?a=1,2;b=3',
  status: 'confirmed',
  language: 'vi',
}

export const invitation: Invitation = {
  ...roundtable,
  organizer: {
    name: 'VFDA, Hiệp hội Xúc tiến Phát triển Điện ảnh Việt Nam: ban tổ chức',
    email: 'moi@bantron.example',
  },
  attendee: { name: 'Nguyễn Thị Hồng Ánh; đạo diễn, biên kịch', email: 'hong.anh+film@example.vn' },
}

/** Words that have broken calendar files somewhere. */
export const nastyWords = [
  'x":mailto:evil@e.example;X="',
  'x\r\nATTENDEE:mailto:evil@e.example',
  'x\nEND:VEVENT\nBEGIN:VEVENT',
  'x\rATTENDEE:mailto:evil@e.example',
  'x\u0085METHOD:CANCEL',
  'x\u2028METHOD:CANCEL\u2029y',
  'x\u000b\u000c\u001c\u001d\u001ey',
  'a\u0000b\u0007c\u007fd\u009be',
  '\ud800 x \udfff',
  '\u202eevil\u202c \u2066x\u2069 \u200e\u200f\u061c',
  '\ufeffBOM',
  "^n ^' ^^ \\n \\\\ \\; \\,",
  'a\\',
  ';,:="\'<x>&',
  ';ROLE="CHAIR";PARTSTAT=ACCEPTED',
  'x;ROLE=',
  ':MAILTO:evil@e.example',
  'SUMMARY:a\tb',
  '👩‍👩‍👧‍👦 🇻🇳 🎬',
  '👩‍👩‍👧‍👦'.repeat(30),
  'Đặng Hoàng Giang – Đại sứ'.normalize('NFD'),
  'ế'.repeat(73),
  `${'a'.repeat(66)}đđđđ`,
  ` ${'khoảng trắng '.repeat(20)} `,
  'Nguyễn "Tý" O’Brien, <x> \\ 🎬',
  'z\u0301'.repeat(400),
  'BEGIN:VALARM',
  'dài quá '.repeat(12_500),
  '","'.repeat(33_000),
  '\r\n'.repeat(50_000).concat('x'),
]
