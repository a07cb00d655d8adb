import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { rolesThatMay } from '#app/shared/permissions/rights.ts'
import type { Transaction } from '#db/client.server.ts'
import { account, event, hostRequest, member, organization } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The bodies that were asked to host an event and have not answered, the first asked first. */
export async function listHostRequests(eventId: string) {
  return database()
    .select({ id: hostRequest.id, name: organization.name, createdAt: hostRequest.createdAt })
    .from(hostRequest)
    .innerJoin(organization, eq(organization.id, hostRequest.organizationId))
    .where(eq(hostRequest.eventId, eventId))
    .orderBy(asc(hostRequest.createdAt))
}

/** What the bodies are asked of which the actor is an admin: enough of the event to decide, and no more. */
export async function listRequestsToOwn(ctx: Context) {
  if (ctx.actor.kind !== 'account') return []
  return database()
    .select({
      id: hostRequest.id,
      organization: { slug: organization.slug, name: organization.name },
      askedBy: account.name,
      title: event.title,
      startsAt: event.startsAt,
      endsAt: event.endsAt,
      timeZone: event.timeZone,
      hosts: sql<TranslatedText[]>`(
        select coalesce(jsonb_agg(o.name order by h.position), '[]') from host h
        join organization o on o.id = h.organization_id where h.event_id = ${event.id})`,
    })
    .from(hostRequest)
    .innerJoin(organization, eq(organization.id, hostRequest.organizationId))
    .innerJoin(member, eq(member.organizationId, hostRequest.organizationId))
    .innerJoin(event, eq(event.id, hostRequest.eventId))
    .leftJoin(account, eq(account.id, hostRequest.askedById))
    .where(
      and(
        eq(member.accountId, ctx.actor.accountId),
        inArray(member.role, rolesThatMay('hosts.edit')),
        // A request is about an event to come, or one that is being put on record.
        sql`${event.cancelledAt} is null`,
      ),
    )
    .orderBy(asc(hostRequest.createdAt))
}

type Key = { id: string } & ({ organizationId: string } | { eventId: string })

/** Takes a request off the list, for whoever answers it or takes it back; refused when it is not there any more. */
export async function takeHostRequest(tx: Transaction, key: Key) {
  const of =
    'eventId' in key
      ? eq(hostRequest.eventId, key.eventId)
      : eq(hostRequest.organizationId, key.organizationId)
  const [taken] = uuid.test(key.id)
    ? await tx
        .delete(hostRequest)
        .where(and(eq(hostRequest.id, key.id), of))
        .returning()
    : []
  if (!taken) throw new Refusal('host-request-missing', 'missing')
  return taken
}
