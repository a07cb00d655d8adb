import { expect, it } from 'vitest'
import * as z from 'zod/mini'
import { calendarAddress } from '#app/features/calendar/domain/calendar-text.ts'
import { checkbox, email, optionalLink, requiredLine, revision, rowId, tickedBox } from './fields.ts'

it.each(['an@example.org', ' An.Nguyen+le@mail.example.org ', 'an@đà-nẵng.vn', "o'neil@example.museum"])(
  '%s can be written to, also by a calendar',
  (text) => {
    const read = z.parse(email(), text)
    expect(() => calendarAddress(read, 'email')).not.toThrow()
  },
)

it.each([
  'an',
  'a..b@x.vn',
  '.a@x.vn',
  'a.@x.vn',
  'a@-x.vn',
  'a@x-.vn',
  `a@${'x'.repeat(64)}.vn`,
  `${'a'.repeat(65)}@x.vn`,
  'a@xn--0.vn',
  'a@localhost',
  'a@10.0.0.1',
  '"a b"@x.vn',
  'đ@x.vn',
  'a@x.vn>, <b@y.vn',
  'a đ@localhost',
])('%s is no address', (text) => {
  expect(z.safeParse(email(), text).success).toBe(false)
})

it.each(['', 'https://tickets.example.org/danaff?day=1', ' https://vé.vn/đặt ', 'https://xn--v-5ja.vn'])(
  '%j leads safely to another site, or nowhere',
  (text) => {
    expect(z.parse(optionalLink(), text)).toBe(text.trim())
  },
)

it.each([
  'http://tickets.example.org',
  'javascript:alert(1)',
  'data:text/html,x',
  'tickets.example.org',
  'https://localhost/admin',
  'https://127.0.0.1/',
  'https://vfda.org@evil.example.org/',
  `https://tickets.example.org/${'x'.repeat(500)}`,
])('%s is no link to another site', (text) => {
  expect(z.safeParse(optionalLink(), text).success).toBe(false)
})

it.each(['\u200b\u200b', '\u200d', '\u0301', '\u202e', ' \t '])(
  'a name of unseen signs is missing',
  (text) => {
    expect(z.safeParse(requiredLine(), text).success).toBe(false)
  },
)

it.each([
  ['người.bạn@x.vn', 'shared.form.email-letters'],
  ['đ@đà-nẵng.vn', 'shared.form.email-letters'],
  ['đ@x', 'shared.form.email'],
  ['đ@x.vn>, <b@y.vn', 'shared.form.email'],
  ['an', 'shared.form.email'],
])('what is wrong with %s is said: %s', (text, message) => {
  expect(z.safeParse(email(), text).error?.issues[0]?.message).toBe(message)
})

it.each([
  ['on', true, true],
  [true, true, true],
  ['', false, false],
  ['off', false, false],
  ['false', false, false],
  [undefined, false, false],
])('a box that says %j is ticked: %s', (said, ticked, consents) => {
  expect(z.parse(checkbox(), said)).toBe(ticked)
  expect(z.safeParse(tickedBox(), said).success).toBe(consents)
})

it.each(['[]', '-1', 'đồng ý', '__proto__', ['on']])(
  '%j is no answer of a box, least of all a consent',
  (said) => {
    expect(z.safeParse(checkbox(), said).success).toBe(false)
    expect(z.safeParse(tickedBox(), said).success).toBe(false)
  },
)

it.each([
  [revision(), ['', 'x', '-1', '0', '4294967295', '1.5']],
  [rowId(), ['', 'x', '__proto__']],
])('a hidden field that is not as it was made asks to reload', (schema, wrong) => {
  for (const text of wrong) {
    const { error } = z.safeParse(schema, text)
    expect(error?.issues[0]?.message).toBe('shared.form.out-of-date')
  }
})
