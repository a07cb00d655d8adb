import type { Context } from '#app/shared/context.ts'
import { systemContext } from '#app/shared/context.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { nextNumber } from './numbers.ts'

// Each from an address of its own, so that no test uses up the attempts of another.
const neutral = () => ({ source: `198.51.100.${nextNumber()}`, requestId: 'test' })

export const system = (now = new Date()) => systemContext('test', now)

export function visitor(locale: Locale = 'vi', now = new Date()): Context {
  return { actor: { kind: 'visitor' }, now, locale, ...neutral() }
}

/** The context of somebody signed in, without a sign-in row: for verbs, not for routes. */
export function signedIn(
  account: { id: string; name: string; email: string; locale?: Locale },
  now = new Date(),
): Context {
  const { id, name, email, locale = 'vi' } = account
  return {
    actor: { kind: 'account', accountId: id, signInId: id, name, email },
    now,
    locale,
    ...neutral(),
  }
}
