import { createHmac } from 'node:crypto'
import { sameHash } from '#app/shared/auth/tokens.server.ts'
import { env } from '#app/shared/env.server.ts'
import { base32 } from './base32.ts'
import { sender } from './sending/sender.server.ts'

const tokenLength = 26

/**
 * The address that answers to one invitation come to, and its ORGANIZER for good: `answers+token@host`. Only who has
 * the invitation knows it, so an answer that comes to it needs no other proof.
 */
export function replyAddress(uid: string): string {
  const address = baseAddress()
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at)}+${replyToken(uid)}${address.slice(at)}`
}

/** What stands before the plus and behind the @ of every reply address, in lower case. */
export function replyMailbox(): [mailbox: string, domain: string] {
  const address = baseAddress().toLowerCase()
  const at = address.lastIndexOf('@')
  return [address.slice(0, at), address.slice(at + 1)]
}

const baseAddress = () => env().REPLY_ADDRESS ?? sender().address

/** Whether an address was made for the invitation with this uid. */
export function isReplyToken(uid: string, token: string): boolean {
  return sameHash(replyToken(uid), token.toLowerCase())
}

function replyToken(uid: string): string {
  const mac = createHmac('sha256', env().SESSION_SECRET).update(`reply:${uid}`).digest()
  return base32(mac).slice(0, tokenLength)
}
