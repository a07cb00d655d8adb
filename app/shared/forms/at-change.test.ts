import { expect, test } from 'vitest'
import { atChange } from './at-change.ts'

const stored = { 'title.vi': 'Bàn tròn', 'place.city.vi': 'Đà Nẵng', kind: 'festival', languages: 'vi\nen' }
const request = { url: 'http://localhost:3000/organize/events/a/settings?lang=en' }
const led = (to: string, fields: [string, string][]) => {
  const headers = new Headers({ Location: to })
  const answer = atChange(new Response(null, { status: 303, headers }), request, fields, stored)
  return answer.headers.get('Location')
}
const page = '/organize/events/a/settings?told=0'
const same: [string, string][] = [
  ['base', '{}'],
  ['title.vi', 'Bàn tròn '],
  ['languages', 'vi'],
  ['languages', 'en'],
]

test.each<[string, [string, string][], string]>([
  [
    'the first field that was changed',
    [...same, ['place.city.vi', 'Huế'], ['kind', 'x']],
    '#field-place-city-vi',
  ],
  [
    'a list that was changed',
    [
      ['title.vi', 'Bàn tròn'],
      ['languages', 'vi'],
    ],
    '#field-languages',
  ],
  ['its beginning when nothing was', same, ''],
  [
    'its beginning for a field that is unknown',
    [
      ['__proto__', 'x'],
      ['toString', 'y'],
    ],
    '',
  ],
])('a long page begins at %s', (_name, fields, at) => {
  expect(led(page, fields)).toBe(page + at)
})

test('what leads to another page, to a row or nowhere stays as it is', () => {
  const changed: [string, string][] = [['kind', 'x']]
  for (const to of ['/organize/events/a', `${page}#row`]) expect(led(to, changed)).toBe(to)
  const refused = { errors: {} }
  expect(atChange(refused, request, changed, stored)).toBe(refused)
})
