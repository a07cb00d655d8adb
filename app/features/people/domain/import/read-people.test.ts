import { describe, expect, it } from 'vitest'
import { otherThanPeople } from '../duplicates/other-than-people.ts'
import { columnOf } from './people-columns.ts'
import { readPeople } from './read-people.ts'

const short = (text: string) =>
  readPeople(text).people.map(({ line, fields }) => [line, fields.name ?? '', fields.email ?? ''])

describe('addresses pasted as text', () => {
  it.each<[string, [number, string, string][]]>([
    [
      'Đặng Hoàng Giang <giang@x.vn>, "Vũ, Tâm" <tam@x.vn>; plain@x.vn',
      [
        [1, 'Đặng Hoàng Giang', 'giang@x.vn'],
        [1, 'Vũ Tâm', 'tam@x.vn'],
        [1, '', 'plain@x.vn'],
      ],
    ],
    [
      'a@x.vn\r\n\r\nNgô Lan <lan@x.vn>',
      [
        [1, '', 'a@x.vn'],
        [3, 'Ngô Lan', 'lan@x.vn'],
      ],
    ],
    ['lan@x.vn (Ngô Lan)', [[1, 'Ngô Lan', 'lan@x.vn']]],
    ['Ngô Lan lan@x.vn', [[1, 'Ngô Lan', 'lan@x.vn']]],
    ['Ngô Lan', [[1, 'Ngô Lan', '']]],
    ['<lan@x.vn>', [[1, '', 'lan@x.vn']]],
    ['"Test Person, PhD" <tp@x.vn>', [[1, 'Test Person, PhD', 'tp@x.vn']]],
    ['"lan@x.vn" <lan@x.vn>', [[1, '', 'lan@x.vn']]],
  ])('%s', (text, wanted) => {
    expect(short(text)).toEqual(wanted)
  })

  it('says which lines cannot be read', () => {
    expect(readPeople('a@x.vn\n<<>>\n!!!')).toMatchObject({ unreadable: [{ line: 2 }, { line: 3 }] })
  })
})

// Each took minutes, or would have until the end of days.
it.each([
  ['spaces between letters', `a${' '.repeat(200_000)}b`],
  ['spaces before a name', `${' '.repeat(200_000)}Vũ Ngọc Tâm`],
  ['spaces before an address', `Vũ Ngọc Tâm${' '.repeat(200_000)}tam@example.org`],
  ['signs of addresses', '<@'.repeat(100_000)],
  ['signs of addresses without brackets', '@a'.repeat(100_000)],
  ['brackets', '('.repeat(200_000)],
  ['quotation marks', '"'.repeat(199_999)],
  ['delimiters behind an odd mark', `"${','.repeat(199_999)}`],
])('a list of nothing but %s is read at once', (_, text) => {
  const { people, unreadable } = readPeople(text)
  expect(people.length + unreadable.length).toBeLessThanOrEqual(1)
})

describe('tables', () => {
  it.each<[string, string]>([
    ['commas', 'Họ và tên,Email\nĐặng Giang,giang@x.vn'],
    ["Excel's semicolons and mark", '\uFEFFHọ và tên;Email\r\nĐặng Giang;giang@x.vn\r\n'],
    ['tabs', 'Name\tE-mail\nĐặng Giang\tgiang@x.vn'],
    ['family and given name', 'Họ,Tên,Email\nĐặng,Giang,giang@x.vn'],
    ['quotes', '"Name","Email"\n"Đặng Giang","giang@x.vn"'],
  ])('with %s', (_, text) => {
    expect(short(text)).toEqual([[2, 'Đặng Giang', 'giang@x.vn']])
  })

  it('keep the English order of names, the lines of the file, and say what they leave out', () => {
    const read = readPeople('STT,First name,Last name,Bio\n1,Tony,Bui,"One\nTwo"\n\n2,Ann,Lee,\n3,a,b,c,d')
    expect(read.people).toEqual([
      { line: 2, fields: { name: 'Tony Bui', 'biography.en': 'One\nTwo' } },
      { line: 5, fields: { name: 'Ann Lee' } },
    ])
    expect(read).toMatchObject({ unreadable: [{ line: 6, why: 'too-wide' }] })
    expect(read.table?.columns[0]).toMatchObject({ name: 'STT', field: null })
  })

  it.each([
    ['Chức vụ', 'position.vi'],
    ['Chức vụ (tiếng Anh)', 'position.en'],
    ['Position (vi)', 'position.vi'],
    ['ORGANISATION', 'affiliation.en'],
    ['Địa chỉ thư điện tử', 'email'],
    ['Email trợ lý', 'assistantEmail'],
    ['Tên đệm', 'middle'],
    ['Ngôn ngữ', 'locale'],
    ['STT', null],
  ])('%s is %s', (header, field) => {
    expect(columnOf(header)).toBe(field)
  })
})

const rowsOf = (text: string, choices = {}) =>
  readPeople(text, choices).people.map(({ line, fields }) => [line, fields.name ?? '', fields.email ?? ''])

describe('lists that people really have', () => {
  it.each<[string, string, [number, string, string][]]>([
    ['a stray quote', 'Name,Email\n"Anna "Nan" Muster",an@x.org', [[2, 'Anna "Nan" Muster', 'an@x.org']]],
    [
      'a mark that is never closed',
      'Name,Email\n"Anna,an@x.org\n"Vũ, Tâm",tam@x.vn',
      [
        [2, 'Anna', 'an@x.org'],
        [3, 'Vũ, Tâm', 'tam@x.vn'],
      ],
    ],
    ["Excel's hint", 'sep=;\r\nHọ và tên;Thư điện tử\r\nĐặng Hỏi;hoi@x.vn', [[3, 'Đặng Hỏi', 'hoi@x.vn']]],
    [
      'no header',
      'Anna Muster,anna@x.org\nBerta Bei,b@x.org',
      [
        [1, 'Anna Muster', 'anna@x.org'],
        [2, 'Berta Bei', 'b@x.org'],
      ],
    ],
    ['one line without a header', 'Anna Muster, anna@x.org', [[1, 'Anna Muster', 'anna@x.org']]],
    [
      'first and last, accents or not',
      'First name,Last name\nJürgen,Müller\nJurgen,Muller',
      [
        [2, 'Jürgen Müller', ''],
        [3, 'Jurgen Muller', ''],
      ],
    ],
    ['Vietnamese parts', 'Tên;Tên đệm;Họ\nKhai;Thị Minh;Nguyễn', [[2, 'Nguyễn Thị Minh Khai', '']]],
    [
      'a header in the third row',
      'DANH SÁCH KHÁCH\n\nSTT|Họ và tên|Email\n1|Đỗ An|an@x.vn',
      [[4, 'Đỗ An', 'an@x.vn']],
    ],
    [
      'a title with commas above',
      '"Khách, ngày 3/4",,\nSTT,Họ và tên,Email\n1,Đỗ An,an@x.vn',
      [[3, 'Đỗ An', 'an@x.vn']],
    ],
    ['a merged name', 'Họ và tên,,Email\nNguyễn Văn,Nam,nam@x.vn', [[2, 'Nguyễn Văn Nam', 'nam@x.vn']]],
    [
      'line ends of old Macs',
      'Name\tEmail\rAn\tan@x.vn\rBa\tba@x.vn\r',
      [
        [2, 'An', 'an@x.vn'],
        [3, 'Ba', 'ba@x.vn'],
      ],
    ],
    [
      'an address with a name in it',
      'Email;Name\n"Anna Muster" <an@x.org>;\n<b@x.org>;Berta',
      [
        [2, 'Anna Muster', 'an@x.org'],
        [3, 'Berta', 'b@x.org'],
      ],
    ],
    ['empty columns', ',,Name,Email,,\n,,An,an@x.vn,,', [[2, 'An', 'an@x.vn']]],
    ['tabs with an empty first cell', 'Danh xưng\tHọ tên\tEmail\n\tAn\tan@x.vn', [[2, 'An', 'an@x.vn']]],
    ['decomposed letters', 'Ho\u0323 va\u0300 te\u0302n,Email\nA\u0306n,an@x.vn', [[2, 'Ăn', 'an@x.vn']]],
  ])('%s', (_, text, wanted) => {
    expect(rowsOf(text)).toEqual(wanted)
  })

  it('reads titles before a name as such, and a job as a job', () => {
    const fields = (text: string) => readPeople(text).people[0]?.fields
    expect(fields('Title,Name\nProf. Dr.,Ünal')).toEqual({ 'honorific.en': 'Prof. Dr.', name: 'Ünal' })
    expect(fields('Title,Name\nDirector,Ünal')).toEqual({ 'position.en': 'Director', name: 'Ünal' })
  })

  it('follows what is chosen: delimiter, header, columns, order of names', () => {
    const text = 'a;b@x.vn\nc;d@x.vn'
    expect(rowsOf(text, { header: 1, columns: ['name', 'email'] })).toEqual([[2, 'c', 'd@x.vn']])
    expect(rowsOf(text, { header: 0, columns: [null, 'email'] })).toEqual([
      [1, '', 'b@x.vn'],
      [2, '', 'd@x.vn'],
    ])
    const parts = 'First name,Last name\nMinh,Nguyễn'
    expect(rowsOf(parts, { nameOrder: 'family-first' })).toEqual([[2, 'Nguyễn Minh', '']])
  })
})

describe('what is no list of people', () => {
  it.each([
    ['an agenda', 'Title,Start,End\nOpening,9:00,9:30\nTalk,9:30,10:00', 'agenda'],
    ['a calendar', 'BEGIN:VCALENDAR\nEND:VCALENDAR', 'calendar'],
    ['a workbook', 'PK\u0003\u0004\u0014\0xl/workbook.xml', 'spreadsheet'],
    ['JSON', '[{"name":"Anna"}]', 'json'],
    ['an agenda of XML', '<schedule><day/></schedule>', 'xml'],
    ['a list of people', 'Name,Email\nAnna,a@example.org', null],
    ['people with hours', 'Anna, 9:00-9:30, a@example.org\nBo, 9:30-10:00, b@example.org', null],
    ['people and addresses', 'Anna Muster <a@example.org>\n"Bo" <b@example.org>', null],
  ])('%s is known: %s', (_, text, kind) => {
    expect(otherThanPeople(text)).toBe(kind)
  })
})

it('a table of names whose header nobody knows makes no people of its other cells', () => {
  const { people, table } = readPeople('Wer,Was\nAnna Muster,CEO\nBo Beispiel,Chef and cook')
  expect(people.map(({ fields }) => fields)).toEqual([
    { name: 'Wer' },
    { name: 'Anna Muster' },
    { name: 'Bo Beispiel' },
  ])
  expect(table).toMatchObject({ header: 0, isUnsure: true })
  expect(readPeople('Ngô Lan, Vũ Tâm\nLê Hà, Bùi Mai').people).toHaveLength(4)
})
