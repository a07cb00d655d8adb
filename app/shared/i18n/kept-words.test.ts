import { expect, test } from 'vitest'
import { withKeptWords, withoutMarks } from './kept-words.ts'
import { read, textIn } from './translated-text.ts'

test.each([
  ['Điện~ảnh hôm nay', 'Điện\u00a0ảnh hôm nay', 'Điện ảnh hôm nay'],
  [
    'Gặp (Sylvain~W~Hitfield), 5~phút',
    'Gặp (Sylvain\u00a0W\u00a0Hitfield), 5\u00a0phút',
    'Gặp (Sylvain W Hitfield), 5 phút',
  ],
  ['“Nhà~hát”', '“Nhà\u00a0hát”', '“Nhà hát”'],
  ['9~10', '9~10', '9~10'],
  ['~nine', '~nine', '~nine'],
  ['a ~ b', 'a ~ b', 'a ~ b'],
  ['https://example.org/~user/a~b', 'https://example.org/~user/a~b', 'https://example.org/~user/a~b'],
  ['example.org/a~b', 'example.org/a~b', 'example.org/a~b'],
  ['a~b@example.org', 'a~b@example.org', 'a~b@example.org'],
])('%s', (written, shown, plain) => {
  expect(withKeptWords(written)).toBe(shown)
  expect(withoutMarks(written)).toBe(plain)
})

test('texts are read with the mark as a space, one at which pages break no line', () => {
  const title = { vi: 'Bàn tròn Điện~ảnh' }
  expect(read(title, 'en')).toEqual({ text: 'Bàn tròn Điện\u00a0ảnh', lang: 'vi' })
  expect(textIn(title, 'en')).toBe('Bàn tròn Điện ảnh')
})
