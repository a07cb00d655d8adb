import { expect, test } from 'vitest'
import { wordDiff } from './word-diff.ts'

const marks = { same: '', gone: '-', new: '+' }

test.each([
  ['Phim là ký ức', 'Phim là ký ức', ['Phim là ký ức']],
  ['Phim là ký ức', 'Phim hay là ký ức', ['Phim ', '+hay ', 'là ký ức']],
  ['Phim là ký ức chung', 'Phim là chung', ['Phim là ', '-ký ức ', 'chung']],
  ['Một hai', 'Ba bốn', ['-Một', '+Ba', ' ', '-hai', '+bốn']],
  ['', 'Mới', ['+Mới']],
  ['Cũ', '', ['-Cũ']],
  ['', '', []],
])('“%s” to “%s”', (before, after, expected) => {
  expect(wordDiff(before, after).map(({ kind, text }) => marks[kind] + text)).toEqual(expected)
})

test('a text of a thousand words is no trouble, one of many thousands is shown whole', () => {
  const long = (count: number) => Array.from({ length: count }, (_, at) => `từ${at}`).join(' ')
  expect(wordDiff(long(1000), `${long(1000)} hết`).at(-1)).toEqual({ kind: 'new', text: ' hết' })
  expect(wordDiff(long(3000), long(2999)).map((one) => one.kind)).toEqual(['gone', 'new'])
})
