import { describe, expect, test } from 'vitest'
import { nastyWords } from './calendar-samples.ts'
import { calendarAddress, longest, manyLines, oneLine, personName, webAddress } from './calendar-text.ts'

describe('texts', () => {
  test.each([
    ['keeps diacritics, emoji and joiners', 'Đặng Hoàng Giang 👩‍👩‍👧 🎬', 'Đặng Hoàng Giang 👩‍👩‍👧 🎬'],
    ['composes what a Mac took apart', 'Điện ảnh'.normalize('NFD'), 'Điện ảnh'],
    ['makes every line break LF', 'a\r\nb\rc\u0085d\u2028e\u2029f', 'a\nb\nc\nd\ne\nf'],
    ['drops controls', 'a\u0000b\u0007c\u000bd\u001be\u007ff\u009bg', 'abcdefg'],
    ['drops marks of direction', '\u202eabc\u202c\u2066d\u2069\u200ee\u200f\u061c', 'abcde'],
    ['drops halves of characters', 'a\ud800b\udfffc', 'abc'],
    ['keeps both lines apart', ' a  \n\n b ', 'a\n\n b'],
  ])('%s', (_, raw, clean) => {
    expect(manyLines(raw, 100)).toBe(clean)
  })

  test('one line has no break and no double space', () => {
    expect(oneLine(' a \r\n\t b\n\nc ', 100)).toBe('a b c')
    expect(oneLine('Đại học Harvard\r\nCambridge\n', 100, ', ')).toBe('Đại học Harvard, Cambridge')
  })

  test('too long a text is cut between characters and says so', () => {
    expect(manyLines('ế'.repeat(11), 10)).toBe(`${'ế'.repeat(9)}…`)
    expect(manyLines('🎬'.repeat(11), 10)).toBe(`${'🎬'.repeat(9)}…`)
    expect(manyLines('🎬'.repeat(10), 10)).toBe('🎬'.repeat(10))
  })

  test('a name has no sign that a parameter cannot hold', () => {
    expect(personName('Nguyễn "Tý" \\ Văn^n A')).toBe("Nguyễn 'Tý' / Vănˆn A")
    expect(personName('\u0000\u202e \r\n')).toBe('')
  })

  test.each(nastyWords.map((words) => [JSON.stringify(words).slice(0, 40), words]))(
    'nasty: %s',
    (_, words) => {
      for (const clean of [
        personName(words),
        oneLine(words, longest.title),
        manyLines(words, longest.description),
      ]) {
        expect(clean).not.toMatch(/[\p{Surrogate}\u2028\u2029\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}/u)
        expect(Array.from(clean).length).toBeLessThanOrEqual(longest.description)
      }
      expect(personName(words)).not.toMatch(/["\\^\n]/)
      expect(oneLine(words, longest.title)).not.toContain('\n')
    },
  )
})

describe('addresses', () => {
  test.each([
    ['hong.anh+film@Example.VN', 'hong.anh+film@example.vn'],
    [' a@b.example ', 'a@b.example'],
    ['lan@điện-ảnh.vn', 'lan@xn--in-nh-4ya7014cfia.vn'],
    ['a@localhost', 'a@localhost'],
    ["o'brien_$x*!~-@b.example", "o'brien_$x*!~-@b.example"],
    ['r&d=a%b/c?d#e{f}|g^h`@b.example', 'r%26d%3Da%25b%2Fc%3Fd%23e%7Bf%7D%7Cg%5Eh%60@b.example'],
  ])('%s', (raw, clean) => {
    expect(calendarAddress(raw, 'email')).toBe(clean)
  })

  test.each([
    '',
    'a',
    '@b.example',
    'a@',
    'a@b@c.example',
    'a b@c.example',
    'a@b c.example',
    'a@b..example',
    '.a@b.example',
    'a.@b.example',
    'a..b@c.example',
    'a@-b.example',
    'a@b.example>, <evil@e.example',
    'a@b.example\r\nATTENDEE:mailto:evil@e.example',
    'a@b.example;X="',
    'a"b@c.example',
    'a@b.example/c',
    'a@b.example:25',
    'a@1.2.3.4',
    'a@[::1]',
    'a@256.1',
    'nguyễn@đại.vn',
    'a\u0000@b.example',
    `${'a'.repeat(65)}@b.example`,
    `a@${'b'.repeat(64)}.example`,
    `a@${'bcd.'.repeat(70)}example`,
    'a@'.repeat(50_000),
  ])('refuses %j without repeating it', (raw) => {
    expect(() => calendarAddress(raw, 'attendee.email')).toThrow(
      /^Calendar file: attendee\.email is not usable$/,
    )
  })
})

describe('web addresses', () => {
  test.each([
    ['https://bantron.example/vi/events/x', 'https://bantron.example/vi/events/x'],
    ['http://localhost:3000', 'http://localhost:3000/'],
    ['http://[::1]:3/', 'http://[::1]:3/'],
    ['https://điện-ảnh.vn/bàn tròn'.replace(' ', '-'), 'https://xn--in-nh-4ya7014cfia.vn/b%C3%A0n-tr%C3%B2n'],
    ['https://a.example/?x=\\"|{y}^`', 'https://a.example/?x=%5C%22%7C%7By%7D%5E%60'],
  ])('%s', (raw, clean) => {
    expect(webAddress(raw, 'url')).toBe(clean)
  })

  test.each([
    '',
    'bantron.example',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://a.example/\r\nATTENDEE:x',
    'https://a.example/ b',
    `https://a.example/${'a'.repeat(2000)}`,
    `https://a.example/${'ế'.repeat(900)}`,
  ])('refuses %j', (raw) => {
    expect(() => webAddress(raw, 'url')).toThrow(/^Calendar file: url is not usable$/)
  })
})
