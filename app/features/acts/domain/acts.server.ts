import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import {
  requireEventRight,
  requireInitiativeRight,
  requireOrganizationRight,
} from '#app/shared/permissions/permissions.server.ts'
import { act, event, initiative, organization } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

export type Act = typeof act.$inferSelect
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What was done to an event or an initiative, or in an organization, and can still be taken back. For readers whose right was checked. */
export async function listOpenActs(
  ctx: Context,
  of: { eventId: string } | { organizationId: string } | { initiativeId: string },
): Promise<Pick<Act, 'id' | 'verb' | 'subjectName' | 'mails' | 'heldUntil' | 'actorName'>[]> {
  return database()
    .select({
      id: act.id,
      verb: act.verb,
      subjectName: act.subjectName,
      mails: act.mails,
      heldUntil: act.heldUntil,
      actorName: act.actorName,
    })
    .from(act)
    .where(and(placeOf(of), gt(act.heldUntil, ctx.now), isNull(act.undoneAt)))
    .orderBy(desc(act.heldUntil))
    .limit(5)
}

function placeOf(of: { eventId: string } | { organizationId: string } | { initiativeId: string }) {
  if ('eventId' in of) return eq(act.eventId, of.eventId)
  return 'initiativeId' in of
    ? eq(act.initiativeId, of.initiativeId)
    : eq(act.organizationId, of.organizationId)
}

/** One act with where it was done, for those who may take it back. */
export async function getAct(ctx: Context, id: string) {
  const [found] = uuid.test(id)
    ? await database()
        .select({
          act,
          eventSlug: event.slug,
          timeZone: event.timeZone,
          organizationSlug: organization.slug,
          initiativeSlug: initiative.slug,
        })
        .from(act)
        .leftJoin(event, eq(event.id, act.eventId))
        .leftJoin(organization, eq(organization.id, act.organizationId))
        .leftJoin(initiative, eq(initiative.id, act.initiativeId))
        .where(eq(act.id, id))
    : []
  if (!found) throw new Refusal('act-missing', 'missing')
  await requireActRight(ctx, found.act)
  return isNeighbours(ctx, found.act) ? { ...found, act: { ...found.act, heldBack: [] } } : found
}

/** Whom a host asks is no neighbour's business, though hosts may take back what another did: not even who was not told. */
function isNeighbours({ actor }: Context, { verb, accountId }: Act): boolean {
  return verb.startsWith('quota.') && actor.kind === 'account' && actor.accountId !== accountId
}

/** Whoever did it may take it back, and whoever may do such things there. */
export async function requireActRight(ctx: Context, one: Act): Promise<void> {
  if (ctx.actor.kind === 'visitor') throw new Refusal('sign-in-needed', 'rights')
  if (ctx.actor.kind === 'account' && ctx.actor.accountId === one.accountId) return
  if (one.eventId) await requireEventRight(ctx, 'event.edit', one.eventId)
  else if (one.initiativeId) await requireInitiativeRight(ctx, 'initiative.edit', one.initiativeId)
  else if (one.organizationId) await requireOrganizationRight(ctx, 'members.edit', one.organizationId)
}
