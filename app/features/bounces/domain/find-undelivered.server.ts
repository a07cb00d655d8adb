import { findStops } from './find-stops.server.ts'

/** Those of these addresses to which nothing is sent any more. */
export async function findUndelivered(emails: string[]): Promise<Set<string>> {
  const { suppressed } = await findStops(emails.map((recipientEmail) => ({ recipientEmail })))
  return new Set(emails.filter((email) => suppressed.get(email.toLowerCase())?.has('all')))
}
