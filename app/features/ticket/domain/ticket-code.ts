import { LRUCache } from 'lru-cache'
import { encode } from 'uqr'

const mark = 'BT2.'

/**
 * What the QR code of a ticket says, to the devices at the door. The code is stored as it is, so that mails, papers and
 * wallets can draw it again at any time, while of the personal link only a hash is kept: it says which registration stands
 * at the door and opens no page, so whoever sees it there learns and changes nothing. A new personal link brings a new one.
 */
export function ticketText(code: string): string {
  return `${mark}${code}`
}

/** The code in what was scanned or typed at the door, or null when it is none of ours. */
export function readTicketText(scanned: string): string | null {
  const tidy = scanned.replace(/[\s-]/g, '').toUpperCase()
  const code = tidy.startsWith(mark) ? tidy.slice(mark.length) : tidy
  return /^[0-9A-F]{12}$/.test(code) ? code : null
}

/** In groups, to be read out and typed where no camera works: "4F9A 0C77 D1E2". */
export function spokenCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ')
}

// Whoever comes back to their page sees the same squares: finding the best of eight masks takes a while.
const drawn = new LRUCache<string, boolean[][]>({ max: 500 })

/** The squares of a ticket's QR code in rows, dark is true, without the quiet zone; still read with a crease through it. */
export function ticketSquares(code: string): boolean[][] {
  const known = drawn.get(code)
  if (known) return known
  const squares = encode(ticketText(code), { border: 0, ecc: 'M' }).data
  drawn.set(code, squares)
  return squares
}
