import { expect, test } from 'vitest'
import { sameWords, withKeptWords, withoutMarks, withoutMarksIn } from './kept-words.ts'
import { edit, isStale, read, textIn, write } from './translated-text.ts'

test.each([
  ['Điện~ảnh hôm nay', 'Điện\u00a0ảnh hôm nay', 'Điện ảnh hôm nay'],
  [
    'Gặp (Sylvain~W~Hitfield), 5~phút',
    'Gặp (Sylvain\u00a0W\u00a0Hitfield), 5\u00a0phút',
    'Gặp (Sylvain W Hitfield), 5 phút',
  ],
  ['“Nhà~hát”', '“Nhà\u00a0hát”', '“Nhà hát”'],
  ['**Điện~ảnh**', '**Điện\u00a0ảnh**', '**Điện ảnh**'],
  ['[Nhà~hát](https://a.org/~b)', '[Nhà\u00a0hát](https://a.org/~b)', '[Nhà hát](https://a.org/~b)'],
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

test('whatever becomes a file or a mail has no mark in any of its texts, and is else as it was', () => {
  const at = new Date()
  const value = { title: 'Nhà~hát', days: [{ at, words: ['Điện~ảnh', 3, null] }], url: 'https://a.org/~b' }
  expect(withoutMarksIn(value)).toEqual({
    title: 'Nhà hát',
    days: [{ at, words: ['Điện ảnh', 3, null] }],
    url: 'https://a.org/~b',
  })
})

test('a mark alone is no other text, and makes no translation stale', () => {
  expect([
    sameWords('Nhà~hát', 'Nhà hát'),
    sameWords('Nhà hát', 'Nhà  hát'),
    sameWords('', undefined),
  ]).toEqual([true, false, true])
  const before = write({ vi: 'Nhà hát lớn', en: 'Opera house' })
  const marked = edit(before, { vi: 'Nhà~hát lớn', en: 'Opera house' })
  expect([marked.vi, isStale(marked)]).toEqual(['Nhà~hát lớn', false])
  const changed = edit(marked, { vi: 'Nhà~hát nhỏ', en: 'Opera house' })
  expect(isStale(changed)).toBe(true)
  expect(isStale(edit(changed, { vi: 'Nhà~hát nhỏ', en: 'Opera~house' }))).toBe(true)
})
