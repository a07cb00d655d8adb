import { expect, test } from 'vitest'
import { safeCell } from './safe-cell.ts'

test.each([
  ['=1+1', "'=1+1"],
  ['=HYPERLINK("http://x","y")', '\'=HYPERLINK("http://x","y")'],
  ['+84 912 345 678', "'+84 912 345 678"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['|cmd', "'|cmd"],
  ["=cmd|'/c calc'!A0", "'=cmd|'/c calc'!A0"],
  ['｜cmd', "'｜cmd"],
  ['\tx', "'\tx"],
  ['\rx', "'\rx"],
  ['\nx', "'\nx"],
  ['\t=1', "'\t'=1"],
  ['  =1', "'  =1"],
  ['\u00a0=1', "'\u00a0=1"],
  ['\u200b=1', "'\u200b=1"],
  ['\ufeff=1', "'\ufeff=1"],
  ['＝1+1', "'＝1+1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠x', "'＠x"],
  ['a;=1', "a;'=1"],
  ['a\n=1', "a\n'=1"],
  ['a\t@x', "a\t'@x"],
])('%j stays text', (text, safe) => {
  expect(safeCell(text)).toBe(safe)
})

test.each(['', 'Đặng Hoàng Giang', 'a@example.org', 'Anne-Marie', 'x = 1', 'C++', '"Linh", <x>', '🎬'])(
  '%j is left alone',
  (text) => {
    expect(safeCell(text)).toBe(text)
  },
)
