/** Digits and letters that nobody takes for another: no 0 and o, no 1, i and l. 31 of them, a prime. */
const letters = '23456789abcdefghjkmnpqrstuvwxyz'
const own = 6

/**
 * The last letter of a code, from the six before it: over a prime number of letters, places weighted one to six tell
 * every single wrong letter and every swap of two (ISO 7064 and ISBN-10 rest on the same).
 */
function checkLetter(first: string): string {
  const sum = [...first].reduce((total, letter, at) => total + (at + 1) * letters.indexOf(letter), 0)
  return letters[sum % letters.length] ?? ''
}

/** A code of seven letters for `/go/{code}`; `below` answers a whole number from 0 to under its argument, at random. */
export function newLinkCode(below: (end: number) => number): string {
  const first = Array.from({ length: own }, () => letters[below(letters.length)]).join('')
  return first + checkLetter(first)
}

/** The code as it is stored, from what somebody typed off a poster; null when it can be none of ours. */
export function linkCodeIn(text: string): string | null {
  const code = text.toLowerCase()
  if (code.length !== own + 1 || [...code].some((letter) => !letters.includes(letter))) return null
  return checkLetter(code.slice(0, own)) === code.at(-1) ? code : null
}

/** The word of an address that says by which link its reader came: it travels from page to page up to the form. */
export const sourceWord = 'via'
