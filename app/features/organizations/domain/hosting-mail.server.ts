import { and, eq, inArray } from 'drizzle-orm'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { rolesThatMay } from '#app/shared/permissions/rights.ts'
import { account, event, member } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { getOrganizationById, listHosts } from './organizations.server.ts'

type Told = { eventId: string; organizationId: string } & (
  | { what: 'asked' | 'withdrawn' }
  | { what: 'accepted' | 'declined'; askedById: string | null }
)

/**
 * Mails of a body's part in an event: to its own admins, that it was asked or has left; to who asked, what it answered.
 * They belong to no event's outbox: hosts must not read there who the asked admins are.
 */
export async function tellOfHosting(ctx: Context, told: Told): Promise<void> {
  const { what, eventId, organizationId } = told
  const to =
    'askedById' in told
      ? told.askedById
        ? await accountOf(told.askedById)
        : []
      : await adminsOf(organizationId)
  const [of] = await database().select().from(event).where(eq(event.id, eventId))
  if (!of) throw new Refusal('event-missing', 'missing')
  const [body, hosts] = [await getOrganizationById(organizationId), await listHosts(eventId)]
  const hosting = {
    what,
    organization: body.name,
    title: of.title,
    timeZone: of.timeZone,
    startsAt: of.startsAt.toISOString(),
    endsAt: of.endsAt.toISOString(),
    slug: of.slug,
    hosts: hosts.map((one) => one.name),
    // Who answered for the asked body is not named; who asks, or withdraws their own body, is.
    by: 'askedById' in told || ctx.actor.kind !== 'account' ? '' : ctx.actor.name,
  }
  await queueMail(
    ...to.map(({ name, email, locale }) => ({
      kind: 'hosting' as const,
      locale,
      recipientName: name,
      recipientEmail: email,
      facts: { hosting },
    })),
  )
}

const reached = { name: account.name, email: account.email, locale: account.locale }

function accountOf(id: string) {
  return database().select(reached).from(account).where(eq(account.id, id))
}

function adminsOf(organizationId: string) {
  return database()
    .select(reached)
    .from(member)
    .innerJoin(account, eq(account.id, member.accountId))
    .where(and(eq(member.organizationId, organizationId), inArray(member.role, rolesThatMay('hosts.edit'))))
}
