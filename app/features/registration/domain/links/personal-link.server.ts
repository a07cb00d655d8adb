import { hashToken, randomToken, saltedToken } from '#app/shared/auth/tokens.server.ts'

/** A new personal link: what is stored of it, and nothing that opens it. */
export function newPersonalLink(): { tokenSalt: string; tokenHash: string } {
  const tokenSalt = randomToken()
  return { tokenSalt, tokenHash: hashToken(personalToken(tokenSalt)) }
}

/** The token behind a stored salt; it opens the attendee's page. */
export function personalToken(tokenSalt: string): string {
  return saltedToken('registration', tokenSalt)
}

export function personalPath(tokenSalt: string): string {
  return `/registrations/${personalToken(tokenSalt)}`
}
