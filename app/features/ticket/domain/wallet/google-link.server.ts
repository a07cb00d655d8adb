import { createSign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { env } from '#app/shared/env.server.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { googleClaims, type Ticket, type TicketWords } from './wallet-pass.ts'

/** Of the file that Google gives for a service account, what signs. */
const accountSchema = z.object({ client_email: z.string(), private_key: z.string() })

/** The link that saves a ticket to Google Wallet; null where no issuer is configured. Nothing is asked of Google before it is opened. */
export function googleWalletLink(
  ticket: Ticket,
  told: { locale: Locale; words: TicketWords; now: Date },
): string | null {
  const { GOOGLE_WALLET_ISSUER: issuer, GOOGLE_WALLET_ACCOUNT: file, APP_URL: origin } = env()
  if (!issuer || !file) return null
  const account = z.parse(accountSchema, JSON.parse(readFileSync(file, 'utf8')))
  const claims = googleClaims(ticket, { issuer, account: account.client_email, origin }, told)
  const packed = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const signed = `${packed({ alg: 'RS256', typ: 'JWT' })}.${packed(claims)}`
  const signature = createSign('RSA-SHA256').update(signed).sign(account.private_key, 'base64url')
  return `https://pay.google.com/gp/v/save/${signed}.${signature}`
}
