import { readSignedIds, signedIds } from '#app/shared/auth/signed-ids.server.ts'
import { env } from '#app/shared/env.server.ts'
import { preferencesPath, unsubscribePath } from './contact-paths.ts'

/** Leaves this list for this contact: the page behind it, and the one-click POST of RFC 8058. Good for ever, in every mail. */
export function unsubscribeUrl(contactId: string, listId: string): string {
  return `${home()}${unsubscribePath(unsubscribeToken(contactId, listId))}`
}

/** What a contact wishes to get from an organization, and everything it got. Good for ever, in every mail. */
export function preferencesUrl(contactId: string): string {
  return `${home()}${preferencesPath(preferencesToken(contactId))}`
}

export const unsubscribeToken = (contactId: string, listId: string) =>
  signedIds('unsubscribe', contactId, listId)
export const preferencesToken = (contactId: string) => signedIds('preferences', contactId)
/** Confirms what its contact asked for: it goes to that address alone. */
export const subscriptionToken = (contactId: string) => signedIds('subscription', contactId)

export function readUnsubscribeToken(token: string): { contactId: string; listId: string } | null {
  const [contactId, listId] = readSignedIds('unsubscribe', token, 2) ?? []
  return contactId && listId ? { contactId, listId } : null
}

export const readPreferencesToken = (token: string) => readSignedIds('preferences', token, 1)?.[0] ?? null
export const readSubscriptionToken = (token: string) => readSignedIds('subscription', token, 1)?.[0] ?? null

const home = () => env().APP_URL.replace(/\/$/, '')
