import { holdsLink } from '#app/shared/holds-link.ts'
import { withoutMarks } from '#app/shared/i18n/kept-words.ts'

/** The cleaning layer: what may enter a calendar file, before `ics` sees it. */
export const longest = { name: 120, title: 300, location: 500, description: 4000, url: 2000 }

const lineBreaks = /\r\n|[\r\u0085\u2028\u2029]/g
// Controls, marks that turn the reading direction, byte order marks and halves of a character.
const unseen = /(?!\n)[\p{Cc}\p{Surrogate}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/gu

/** The refusal of a field; it never repeats the value, which may be somebody's address. */
export function refusal(field: string): Error {
  return new Error(`Calendar file: ${field} is not usable`)
}

/** Text of several lines: LF breaks, no invisible characters, at most `max` characters. */
export function manyLines(value: string, max: number): string {
  // Cut roughly first: normalising 100 kB would be work for nothing.
  const text = withoutMarks(value.slice(0, max * 4))
    .replace(lineBreaks, '\n')
    .replace(/\t/g, ' ')
    .replace(unseen, '')
    .normalize('NFC')
    .replace(/ +$/gm, '')
    .trim()
  return shorten(text, max)
}

/** Text of one line, such as a title or a place. */
export function oneLine(value: string, max: number, between = ' '): string {
  return shorten(
    manyLines(value, max)
      .replace(/\s*\n\s*/g, between)
      .replace(/\s+/g, ' '),
    max,
  )
}

/**
 * A name for the CN parameter, or '' when nothing readable is left. Parameters know no backslash escapes, and only
 * some readers know those of RFC 6868 (with a caret): the three characters are replaced by others that look alike.
 */
export function personName(value: string): string {
  const alike: Record<string, string> = { '"': "'", '\\': '/', '^': 'ˆ' }
  // Mail programs make a link of it, in an invitation that seems to be ours.
  if (holdsLink(value)) return ''
  return oneLine(value, longest.name).replace(/["\\^]/g, (sign) => alike[sign] ?? '')
}

/** The address as it stands after `mailto:`: domain in ASCII, special signs of the local part percent-encoded. */
export function calendarAddress(value: string, field: string): string {
  const [, local, domain] =
    /^([\w.!#$%&'*+/=?^`{|}~-]{1,64})@([\p{L}\p{M}\p{N}.-]{1,253})$/u.exec(value.trim()) ?? []
  if (!local || !domain || /^\.|\.\.|\.$/.test(local)) throw refusal(field)
  return `${encodeURIComponent(local).replace(/%2B/g, '+').replace(/%24/g, '$')}@${asciiDomain(domain, field)}`
}

/** An http(s) address in plain ASCII. */
export function webAddress(value: string, field: string): string {
  if (/[\s\p{Cc}]/u.test(value) || value.length > longest.url || !URL.canParse(value)) throw refusal(field)
  const url = new URL(value)
  if (!/^https?:$/.test(url.protocol)) throw refusal(field)
  const href = url.href.replace(/[\\^`{|}]/g, encodeURIComponent)
  if (href.length > longest.url) throw refusal(field)
  return href
}

function asciiDomain(domain: string, field: string): string {
  if (!URL.canParse(`http://${domain}`)) throw refusal(field)
  const { hostname } = new URL(`http://${domain}`)
  const labels = hostname.split('.')
  if (hostname.length > 253 || !labels.every((label) => /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/.test(label))) {
    throw refusal(field)
  }
  if (/^\d+$/.test(labels.at(-1) ?? '')) throw refusal(field)
  return hostname
}

function shorten(text: string, max: number): string {
  if (text.length <= max) return text
  const characters = Array.from(text)
  return characters.length <= max
    ? text
    : `${characters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`
}
