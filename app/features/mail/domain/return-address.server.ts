import { createHmac } from 'node:crypto'
import { sameHash } from '#app/shared/auth/tokens.server.ts'
import { env } from '#app/shared/env.server.ts'
import { base32 } from './base32.ts'
import { replyMailbox } from './reply-address.server.ts'
import { sender } from './sending/sender.server.ts'

// A mailbox name may have 64 letters (RFC 5321 4.5.3.1.1), and 128 bits of an id are 32 of them as hex.
const longestName = 64
const proofLength = 12

/**
 * Where other hosts send what they have to say of one mail (its envelope sender): `answers+b-id-proof@host`, so that it
 * is known which one it was even when they say nothing of it. Only where mail can reach us: without a way in, whatever comes
 * back goes to the mailbox of the sender, as ever.
 */
export function returnAddress(outboxId: string): string {
  if (!hasWayIn()) return sender().address
  const [mailbox, domain] = replyMailbox()
  const id = outboxId.replaceAll('-', '')
  const name = `${mailbox}+b-${id}${proofOf(id)}`
  return name.length > longestName ? sender().address : `${name}@${domain}`
}

/**
 * The id of the mail that a return address was made for; null when it is none, or not made by us. It may stand in a
 * longer text: its proof is in it.
 */
export function returnedMailId(text: string): string | null {
  for (const [, id = '', proof = ''] of text.matchAll(/\+b-([\da-f]{32})([a-z2-7]{12})@/gi)) {
    const lower = id.toLowerCase()
    if (sameHash(proofOf(lower), proof.toLowerCase()))
      return lower.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  }
  return null
}

function hasWayIn(): boolean {
  const { INBOUND_SMTP_PORT, IMAP_URL, INBOUND_SECRET } = env()
  return [INBOUND_SMTP_PORT, IMAP_URL, INBOUND_SECRET].some((way) => way !== undefined)
}

function proofOf(id: string): string {
  const mac = createHmac('sha256', env().SESSION_SECRET).update(`return:${id}`).digest()
  return base32(mac).slice(0, proofLength)
}
