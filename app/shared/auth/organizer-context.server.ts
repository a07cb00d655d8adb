import { redirect } from '@remix-run/node'
import { and, eq, gt } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { env } from '#app/shared/env.server.ts'
import { answerIn, requestStore } from '#app/shared/http/request-store.server.ts'
import { account, signIn } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { ownPath } from './local-path.ts'
import { signInToken } from './sign-in-cookie.server.ts'
import { signInLasts } from './sign-in-lasts.ts'
import { hashToken } from './tokens.server.ts'

const minute = 60_000
const seenEvery = 5 * minute

/** Who is signed in, or null. The answer is in the language of the account. */
export async function findOrganizerContext(request: Request): Promise<Context | null> {
  const token = signInToken(request)
  if (!token) return null
  const now = new Date()
  const [found] = await database()
    .select({
      signInId: signIn.id,
      lastSeenAt: signIn.lastSeenAt,
      accountId: account.id,
      name: account.name,
      email: account.email,
      locale: account.locale,
    })
    .from(signIn)
    .innerJoin(account, eq(account.id, signIn.accountId))
    .where(and(eq(signIn.tokenHash, hashToken(token)), gt(signIn.expiresAt, now)))
  if (!found) return null
  if (now.getTime() - found.lastSeenAt.getTime() > seenEvery) await keepSignedIn(found.signInId, now)
  answerIn(found.locale)
  const { source, requestId } = requestStore()
  const { signInId, accountId, name, email, locale } = found
  return { actor: { kind: 'account', accountId, signInId, name, email }, now, locale, source, requestId }
}

/** Who is signed in; anybody else is sent to the sign-in page and comes back to this address from there. */
export async function organizerContext(request: Request): Promise<Context> {
  const ctx = await findOrganizerContext(request)
  if (ctx) return ctx
  throw toSignIn(request)
}

/** Leads to the sign-in page, and back from there. */
export function toSignIn(request: Request): Response {
  return redirect(`/sign-in?to=${encodeURIComponent(pageOf(request))}`)
}

/** The page to come back to: of a form the one it stands on, since the address it is sent to may be no page. */
function pageOf({ method, url, headers }: Request): string {
  const from = headers.get('Referer') ?? ''
  if (method === 'GET' || !URL.canParse(from)) return ownPath(url)
  const isOwn =
    new URL(from).origin === new URL(env().APP_URL).origin || new URL(from).host === new URL(url).host
  return isOwn ? ownPath(from) : ownPath(url)
}

async function keepSignedIn(signInId: string, now: Date) {
  await database()
    .update(signIn)
    .set({ lastSeenAt: now, expiresAt: new Date(now.getTime() + signInLasts) })
    .where(eq(signIn.id, signInId))
}
