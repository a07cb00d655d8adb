import type { Context } from '#app/shared/context.ts'
import { systemContext } from '#app/shared/context.ts'
import type { Locale } from '#app/shared/vocabulary.ts'

const neutral = { source: '203.0.113.7', requestId: 'test' }

export const system = (now = new Date()) => systemContext('test', now)

export function visitor(locale: Locale = 'vi', now = new Date()): Context {
  return { actor: { kind: 'visitor' }, now, locale, ...neutral }
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
    ...neutral,
  }
}
