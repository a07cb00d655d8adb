import { describe, expect, it } from 'vitest'
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
    ['"lan@x.vn" <lan@x.vn>', [[1, '', 'lan@x.vn']]],
  ])('%s', (text, wanted) => {
    expect(short(text)).toEqual(wanted)
  })

  it('says which lines cannot be read', () => {
    expect(readPeople('a@x.vn\n<<>>\n!!!')).toMatchObject({ unreadable: [2, 3] })
  })
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
    expect(read).toMatchObject({ ignored: ['STT'], unreadable: [6] })
  })

  it.each([
    ['Chức vụ', 'position.vi'],
    ['Chức vụ (tiếng Anh)', 'position.en'],
    ['Position (vi)', 'position.vi'],
    ['ORGANISATION', 'affiliation.en'],
    ['Địa chỉ thư điện tử', 'email'],
    ['Email trợ lý', 'assistantEmail'],
    ['STT', null],
  ])('%s is %s', (header, field) => {
    expect(columnOf(header)).toBe(field)
  })
})
