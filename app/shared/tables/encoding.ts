import iconv from 'iconv-lite'
import type { Encoding } from './encoding-names.ts'
import { binaryKind } from './file-kind.ts'

/** `isCertain`: the bytes themselves say it; otherwise it is the likeliest, and people are asked. */
export type Decoded = { text: string; encoding: Encoding; isCertain: boolean }

// Of single bytes every encoding makes some text; these are compared by how much of it looks written by people.
const likely = ['windows-1252', 'windows-1258', 'macintosh'] as const

/** The text of a file, in the encoding that was chosen or else in the likeliest. Marks are composed with their letters. */
export function decodeTable(bytes: Uint8Array, chosen: Encoding | null = null): Decoded {
  if (chosen) return { text: textAs(bytes, chosen), encoding: chosen, isCertain: false }
  // What is no text is read byte by byte, so that its beginning can be known.
  if (binaryKind(textAs(bytes.subarray(0, 40), 'latin1')) !== null)
    return { text: textAs(bytes, 'latin1'), encoding: 'windows-1252', isCertain: false }
  const marked = byMark(bytes)
  if (marked) return { text: textAs(bytes, marked), encoding: marked, isCertain: true }
  const wide = byZeros(bytes)
  if (wide) return { text: textAs(bytes, wide), encoding: wide, isCertain: false }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { text: tidy(text), encoding: 'utf-8', isCertain: true }
  } catch {
    const read = likely.map((encoding) => ({ encoding, text: textAs(bytes, encoding) }))
    const best = read.reduce((one, other) => (likeness(other.text) > likeness(one.text) ? other : one))
    return { ...best, isCertain: false }
  }
}

function textAs(bytes: Uint8Array, encoding: Encoding | 'latin1'): string {
  return tidy(iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding))
}

const tidy = (text: string) => text.replace(/^\uFEFF/, '').normalize('NFC')

function byMark([first, second, third]: Uint8Array): Encoding | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null
}

/** UTF-16 without a mark: commas, spaces and line ends have a zero, always on the same side. */
function byZeros(bytes: Uint8Array): Encoding | null {
  const [even, odd] = [0, 1].map(
    (side) => bytes.subarray(0, 4000).filter((byte, at) => byte === 0 && at % 2 === side).length,
  ) as [number, number]
  const least = Math.min(bytes.length, 4000) / 20
  if (bytes.length % 2 === 1 || Math.max(even, odd) < least) return null
  return even > odd ? 'utf-16be' : 'utf-16le'
}

/** How much a reading looks like words: letters in their place count for it; marks alone and capitals inside words against. */
function likeness(text: string): number {
  let sum = 0
  for (const found of text.matchAll(/[^\p{ASCII}]/gu)) {
    const [sign] = found
    const before = text[found.index - 1] ?? ' '
    const after = text[found.index + sign.length] ?? ' '
    sum += ofSign(sign, before, after)
  }
  return sum
}

function ofSign(sign: string, before: string, after: string): number {
  if (/[\p{Cc}\uFFFD\p{M}]/u.test(sign)) return -4
  const isInside = /\p{L}/u.test(before) || /\p{L}/u.test(after)
  if (/\p{Lu}/u.test(sign) && /\p{Ll}/u.test(before)) return -3
  // Letters that two signs were joined to, as Vietnamese has them, come together by no chance.
  if (/[Ạ-ỹ]/.test(sign)) return 2
  if (/\p{L}/u.test(sign)) return isInside && !/[ºª]/.test(sign) ? 1 : -1
  if (sign === '’') return 1
  if (/[“”‘„«»–—…\u00a0]/.test(sign)) return /\p{L}/u.test(before) && /\p{L}/u.test(after) ? -1 : 1
  return isInside ? -2 : 0
}
