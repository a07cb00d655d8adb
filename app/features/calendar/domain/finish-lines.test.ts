import { describe, expect, test } from 'vitest'
import { escapeText, foldLines, plainParameters, unfoldLines } from './finish-lines.ts'

const octets = (line: string) => Buffer.byteLength(line)

describe('folding', () => {
  test.each([
    ['75 octets stay', 'a'.repeat(75), ['a'.repeat(75)]],
    ['the 76th goes down', 'a'.repeat(76), ['a'.repeat(75), ' a']],
    ['the next lines hold 74', 'a'.repeat(150), ['a'.repeat(75), ` ${'a'.repeat(74)}`, ' a']],
    ['two octets are not parted', `${'a'.repeat(74)}đx`, ['a'.repeat(74), ' đx']],
    ['three octets are not parted', `${'a'.repeat(73)}ếx`, ['a'.repeat(73), ' ếx']],
    ['four octets are not parted', `${'a'.repeat(72)}🎬x`, ['a'.repeat(72), ' 🎬x']],
    ['three octets that just fit', `${'a'.repeat(72)}ếx`, [`${'a'.repeat(72)}ế`, ' x']],
    ['a space at the fold stays', `${'a'.repeat(75)} b`, ['a'.repeat(75), '  b']],
  ])('%s', (_, line, folded) => {
    expect(foldLines([line])).toBe(`${folded.join('\r\n')}\r\n`)
  })

  test.each(['a', 'đ', 'ế', '🎬', 'aế', 'ađ🎬ế', '👩‍👩‍👧‍👦', ' '])(
    'any length of %j folds at 75 and unfolds again',
    (unit) => {
      for (let length = 1; length < 160; length++) {
        const line = `SUMMARY:${unit.repeat(length)}`
        const folded = foldLines([line])
        expect(Math.max(...folded.split('\r\n').map(octets))).toBeLessThanOrEqual(75)
        expect(unfoldLines(folded)).toEqual([line])
      }
    },
  )

  test('100 kB fold in linear time', () => {
    const started = performance.now()
    expect(unfoldLines(foldLines(['ế'.repeat(100_000)]))).toEqual(['ế'.repeat(100_000)])
    expect(performance.now() - started).toBeLessThan(500)
  })
})

test('unfolding joins what `ics` broke with tabs, and drops its hint for feeds', () => {
  expect(unfoldLines('A:b\r\n\tc\r\n d\r\nX-PUBLISHED-TTL:PT1H\r\nE:f\r\n')).toEqual(['A:bcd', 'E:f'])
})

test.each([
  [
    'ATTENDEE;RSVP=TRUE;CUTYPE="INDIVIDUAL";ROLE="REQ-PARTICIPANT";PARTSTAT="NEEDS-ACTION";CN="A":mailto:a@b',
    'ATTENDEE;RSVP=TRUE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;CN="A":mailto:a@b',
  ],
  ['ATTENDEE;ROLE="CHAIR";CN="x;ROLE=":mailto:a@b', 'ATTENDEE;ROLE=CHAIR;CN="x;ROLE=":mailto:a@b'],
  ['ORGANIZER;CN="A:MAILTO:b":MAILTO:a@b', 'ORGANIZER;CN="A:MAILTO:b":mailto:a@b'],
  ['ORGANIZER;CN=":MAILTO:x":MAILTO:a@b', 'ORGANIZER;CN=":MAILTO:x":mailto:a@b'],
  ['SUMMARY:x;ROLE="CHAIR"', 'SUMMARY:x;ROLE="CHAIR"'],
])('parameters of %s', (line, plain) => {
  expect(plainParameters(line)).toBe(plain)
})

test('text is escaped', () => {
  expect(escapeText('a\\b;c,d\ne:"f"')).toBe('a\\\\b\\;c\\,d\\ne:"f"')
})
