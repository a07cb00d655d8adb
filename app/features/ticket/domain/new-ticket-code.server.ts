import { randomBytes } from 'node:crypto'

/** A ticket's own random code: 48 bits, and unique. It has nothing of the personal link in it. */
export function newTicketCode(): string {
  return randomBytes(6).toString('hex').toUpperCase()
}
