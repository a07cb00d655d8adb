import { newTicketCode } from '#app/features/ticket/domain/new-ticket-code.server.ts'
import { hashToken, randomToken, saltedToken } from '#app/shared/auth/tokens.server.ts'

export type StoredLink = { tokenSalt: string; tokenHash: string; ticketCode: string }

/** A new personal link: what is stored of it, and nothing that opens it; a ticket that was drawn before ends with the old one. */
export function newPersonalLink(): StoredLink {
  const tokenSalt = randomToken()
  return { tokenSalt, tokenHash: hashToken(personalToken(tokenSalt)), ticketCode: newTicketCode() }
}

/** The token behind a stored salt; it opens the attendee's page. */
export function personalToken(tokenSalt: string): string {
  return saltedToken('registration', tokenSalt)
}

export function personalPath(tokenSalt: string): string {
  return `/registrations/${personalToken(tokenSalt)}`
}
