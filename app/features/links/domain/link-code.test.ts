import { randomInt } from 'node:crypto'
import { expect, test } from 'vitest'
import { linkCodeIn, newLinkCode } from './link-code.ts'

const letters = '23456789abcdefghjkmnpqrstuvwxyz'
const codes = Array.from({ length: 200 }, () => newLinkCode((end) => randomInt(end)))

test('a code has seven letters that nobody takes for another, and is known in capitals too', () => {
  for (const code of codes) {
    expect(code).toMatch(/^[2-9a-hjkmnp-z]{7}$/)
    expect(linkCodeIn(code)).toBe(code)
    expect(linkCodeIn(code.toUpperCase())).toBe(code)
  }
  expect(new Set(codes).size).toBe(codes.length)
})

test('no wrong letter in any place makes another code, and no two that changed places', () => {
  const known = codes.slice(0, 20).flatMap((code) =>
    [...code].flatMap((right, at) => {
      const others = [...letters].filter((letter) => letter !== right)
      const next = code[at + 1] ?? right
      const swapped = code.slice(0, at) + next + right + code.slice(at + 2)
      const wrong = others.map((letter) => code.slice(0, at) + letter + code.slice(at + 1))
      return [...wrong, ...(next === right ? [] : [swapped])].filter((one) => linkCodeIn(one) !== null)
    }),
  )
  expect(known).toEqual([])
})

test.each(['', 'abc', '../etc', '0000000', 'ooooooo', '2222222222', '%00%00%00'])('%j is no code', (text) =>
  expect(linkCodeIn(text)).toBe(null),
)
