import { expect, test } from 'vitest'
import { holdsLink } from './holds-link.ts'

test.each([
  ['https://evil.example', true],
  ['Win at www.evil.example', true],
  ['evil.example/win', true],
  ['Giải thưởng evil.com!', true],
  ['TS. Nguyễn Văn A.', false],
  ['Dr.Nguyen', false],
  ['J.R.R. Tolkien', false],
  ['Đặng Hoàng Giang', false],
])('%s: %s', (name, is) => {
  expect(holdsLink(name)).toBe(is)
})
