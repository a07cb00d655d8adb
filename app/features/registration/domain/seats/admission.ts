import { emailDomain } from '../links/email-key.ts'

export type RegistrationWindow = {
  startsAt: Date
  endsAt: Date
  publishedAt: Date | null
  cancelledAt: Date | null
  registrationOpensAt: Date | null
  registrationClosesAt: Date | null
}

export type WindowState = 'open' | 'not-yet' | 'closed' | 'past' | 'cancelled' | 'none'

/**
 * Whether one can register at `now`. Without an opening time there is no registration at all; without a closing time
 * it ends when the event begins.
 */
export function windowState(event: RegistrationWindow, now: Date): WindowState {
  if (!event.publishedAt || !event.registrationOpensAt) return 'none'
  if (event.cancelledAt) return 'cancelled'
  if (now >= event.endsAt) return 'past'
  if (now < event.registrationOpensAt) return 'not-yet'
  return now >= (event.registrationClosesAt ?? event.startsAt) ? 'closed' : 'open'
}

export type Admission = { emailDomains: readonly string[]; accessCode: string | null }

/** Why somebody may not choose this category, or null. A code opens it to any address. */
export function admissionProblem(
  category: Admission,
  wish: { email: string; hasCode: boolean },
): 'domain-not-allowed' | 'code-wrong' | null {
  if (wish.hasCode) return null
  if (category.emailDomains.length > 0) {
    return allowed(category.emailDomains, emailDomain(wish.email)) ? null : 'domain-not-allowed'
  }
  return category.accessCode ? 'code-wrong' : null
}

function allowed(domains: readonly string[], domain: string): boolean {
  return domains.some((one) => domain === one.toLowerCase() || domain.endsWith(`.${one.toLowerCase()}`))
}
