const firstLetter = (word: string) => word.match(/[\p{L}\p{N}]\p{M}*/u)?.[0]?.toLocaleUpperCase('vi') ?? ''

/**
 * First and last word, in the order the name is written: right for "Đặng Hoàng Giang" (family first) and for
 * "Michael Dukakis" alike. Marks stay on their letters; what stands in brackets is another spelling.
 */
export function initials(name: string): string {
  const words = name
    .normalize('NFC')
    .replace(/\([^)]*\)|\[[^\]]*\]|[“"][^”"]*[”"]/g, ' ')
    .split(/[\s,]+/)
    .map(firstLetter)
    .filter(Boolean)
  const [first = '·'] = words
  return words.length > 1 ? first + words.at(-1) : first
}

/** A number from 0 to n − 1 that is always the same for a name. */
export function pickFor(name: string, n: number): number {
  let sum = 7
  for (const letter of name.normalize('NFC')) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0
  return sum % n
}

/** A name that never breaks between family and given; a very long one may, or it would leave a phone. */
export function unbroken(name: string): string {
  const words = name.normalize('NFC').trim().replace(/\s+/g, ' ')
  return words.length > 28 ? words : words.replaceAll(' ', '\u00a0')
}
