import type { SubscriptionState } from '#app/shared/vocabulary.ts'

const day = 24 * 60 * 60_000
/** How long an address that nobody confirmed is kept. */
export const waitingLasts = 30 * day

export type Standing = { state: SubscriptionState; mailedAt: Date | null; resentAt: Date | null }

/** `asked`: the first mail about it; `again`: the one more that there is; `known`: it stands on the list already. */
export type Ask = 'asked' | 'again' | 'known' | null

/** Whether one who asks to join begins to wait, and which mail is owed: one a day to an address, one more for each list. */
export function askOf(
  standing: Standing | null,
  contact: { askedAt: Date | null },
  now: Date,
): { begins: boolean; mail: Ask } {
  const mayMail = isDayPast(contact.askedAt, now)
  const owed = (mail: Ask) => (mayMail ? mail : null)
  if (!standing || standing.state === 'left') return { begins: true, mail: owed('asked') }
  if (standing.state === 'confirmed') return { begins: false, mail: owed('known') }
  if (!standing.mailedAt) return { begins: false, mail: owed('asked') }
  return { begins: false, mail: standing.resentAt ? null : owed('again') }
}

/** Whether the mail that asks may go once more, on an organizer's word. */
export function mayResend(standing: Standing, contact: { askedAt: Date | null }, now: Date): boolean {
  return standing.state === 'waiting' && !standing.resentAt && isDayPast(contact.askedAt, now)
}

function isDayPast(askedAt: Date | null, now: Date): boolean {
  return !askedAt || now.getTime() - askedAt.getTime() >= day
}
