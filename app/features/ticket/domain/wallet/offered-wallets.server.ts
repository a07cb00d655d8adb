import { env } from '#app/shared/env.server.ts'

/** The wallets that this installation makes tickets for. */
export function offeredWallets(): ('apple' | 'google')[] {
  const { APPLE_WALLET_TYPE, GOOGLE_WALLET_ISSUER } = env()
  return [
    ...(APPLE_WALLET_TYPE ? ['apple' as const] : []),
    ...(GOOGLE_WALLET_ISSUER ? ['google' as const] : []),
  ]
}
