import { expect, test } from 'vitest'
import { opensWith } from './access-code.server.ts'

test.each([
  ['Sen-2026', 'Sen-2026', true],
  ['Sen-2026', ' sen-2026 ', true],
  ['báo-chí', 'BÁO-CHÍ'.normalize('NFD'), true],
  ['Sen-2026', 'Sen-2027', false],
  ['Sen-2026', '', false],
  ['Sen-2026', 'Sen-2026 '.repeat(200), false],
  ['', '', false],
  [null, '', false],
])('%s is opened by %j: %s', (stored, typed, opens) => {
  expect(opensWith(stored, typed)).toBe(opens)
})
