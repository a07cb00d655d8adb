import { expect, it } from 'vitest'
import { quotedOnce } from './quoted-once.ts'

it.each([
  ['a title in marks of its own', 'Chỗ ở ““Đường muối””: đã giữ.', 'Chỗ ở “Đường muối”: đã giữ.'],
  ['two of them', '““A”” and ““B””', '“A” and “B”'],
  ['a name within a title', '“Launch of “Friends””', '“Launch of “Friends””'],
  ['a name at its beginning', '““Friends” at work”', '““Friends” at work”'],
  ['none', 'Nothing is quoted', 'Nothing is quoted'],
])('leaves one pair of quotation marks: %s', (_, text, wanted) => {
  expect(quotedOnce(text)).toBe(wanted)
})
