import type { ActionFunctionArgs } from '@remix-run/node'
import { sameHash } from '#app/shared/auth/tokens.server.ts'
import { env } from '#app/shared/env.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import { requestStore } from '#app/shared/http/request-store.server.ts'
import { takeMailIn } from './domain/take-mail-in.server.ts'

/**
 * Takes a raw mail from whoever knows the shared secret (`Authorization: Bearer …`): a mail host's forwarding hook. Says
 * what became of it; an address that is not set up does not exist.
 */
export async function action({ request }: ActionFunctionArgs) {
  const { INBOUND_SECRET: secret } = env()
  if (!secret) throw new Refusal('missing', 'missing')
  const given = /^Bearer (.*)$/i.exec(request.headers.get('Authorization') ?? '')?.[1] ?? ''
  if (!sameHash(given, secret)) {
    await countAttempt(`inbound:${requestStore().source}`, { limit: 20, seconds: 600 })
    throw new Refusal('inbound-secret', 'rights')
  }
  const raw = new Uint8Array(await request.arrayBuffer())
  const recipients = new URL(request.url).searchParams.getAll('to')
  const recorded = await takeMailIn({ raw, recipients, transport: 'http' })
  if (!recorded) throw new Refusal('mail-unreadable', 'invalid')
  return Response.json({ verdict: recorded.verdict, reason: recorded.reason })
}
