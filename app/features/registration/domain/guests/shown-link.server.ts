import { and, eq } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { env } from '#app/shared/env.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { registration } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { personalPath } from '../links/personal-link.server.ts'

/**
 * The link that a guest has, and the code that the door reads. Only its hash and what it is made from are stored: the
 * link is made anew each time, as it is for every mail, and is the one that the guest already has.
 */
export async function getGuestLink(ctx: Context, eventId: string, registrationId: string) {
  await requireEventRight(ctx, 'registrations.manage', eventId)
  const [found] = await database()
    .select({
      name: registration.name,
      state: registration.state,
      tokenSalt: registration.tokenSalt,
      ticketCode: registration.ticketCode,
    })
    .from(registration)
    .where(and(eq(registration.id, registrationId), eq(registration.eventId, eventId)))
  if (!found || found.tokenSalt === '') throw new Refusal('registration-missing', 'missing')
  const { name, state, tokenSalt, ticketCode } = found
  return { name, state, link: new URL(personalPath(tokenSalt), env().APP_URL).href, ticketCode }
}
