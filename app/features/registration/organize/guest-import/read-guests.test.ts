import { expect, it } from 'vitest'
import { readGuests } from './read-guests.ts'

const given = { category: 'guest', language: 'vi' as const }
const said = (text: string) =>
  readGuests(text, {}, given).rows.map((row) =>
    'guest' in row
      ? `${row.guest.name} <${row.guest.email}> ${[row.guest.organization, row.guest.position, row.guest.language].join('|')}`
      : `${row.line}: ${row.why}${'as' in row && row.as ? ` ${row.as}` : ''}`,
  )

it.each([
  [
    'a table of either language',
    'Họ tên,Email,Cơ quan,Chức vụ,Ngôn ngữ\nLê Lan,lan@example.org,VFDA,Đạo diễn,en',
    ['Lê Lan <lan@example.org> VFDA|Đạo diễn|en'],
  ],
  [
    'addresses as mail programs write them',
    'Lan <lan@example.org>; Emily Carter <emily@example.org>',
    ['Lan <lan@example.org> ||vi', 'Emily Carter <emily@example.org> ||vi'],
  ],
  [
    'an address that stands there twice, in whatever case',
    'name,email\nLan,lan@example.org\nLan,LAN@Example.org',
    ['Lan <lan@example.org> ||vi', '3: repeated 2'],
  ],
  ['no name', 'name,email\n,lan@example.org', ['2: no-name']],
  ['an address that is none', 'name,email\nLan,lan', ['2: email']],
  ['no address', 'name,email\nLan,', ['2: email']],
  ['too long a name', `name,email\n${'x'.repeat(121)},lan@example.org`, ['2: too-long']],
])('reads %s', (_, text, expected) => {
  expect(said(text)).toEqual(expected)
})
