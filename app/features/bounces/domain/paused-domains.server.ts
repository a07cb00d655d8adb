import { and, desc, eq, exists, gt, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { rolesThatMay } from '#app/shared/permissions/rights.ts'
import { member, organization, pausedDomain } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { isOwnMail, isOwnRow } from './own-mail.server.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** How many of an organization's mails wait for a domain. */
const waiting = (organizationId: string) => sql<number>`(
  select count(*)::int from outbox o
  where o.state = 'queued' and o.last_error = 'domain-paused' and ${isOwnRow(organizationId)}
    and split_part(lower(o.recipient_email), '@', 2) = ${pausedDomain.domain}
)`

const stillPaused = (ctx: Context) => and(isNull(pausedDomain.resumedAt), gt(pausedDomain.until, ctx.now))

function listWhere(organizationId: string, condition: SQL | undefined) {
  const isOwn = isOwnMail(organizationId, sql`${pausedDomain.outboxId}`)
  const waits = waiting(organizationId)
  return database()
    .select({
      id: pausedDomain.id,
      domain: pausedDomain.domain,
      since: pausedDomain.since,
      until: pausedDomain.until,
      // They may name the reader of a neighbour.
      words: sql<string>`case when ${isOwn} then ${pausedDomain.words} else '' end`,
      waiting: waits,
    })
    .from(pausedDomain)
    .where(and(or(isOwn, sql`${waits} > 0`), condition))
    .orderBy(desc(pausedDomain.since))
    .limit(50)
}

/** The domains that refuse us now, and to which the organization writes. */
export async function listPausedDomains(ctx: Context, organizationId: string) {
  await requireOrganizationRight(ctx, 'outbox.read', organizationId)
  return listWhere(organizationId, stillPaused(ctx))
}

/** The same for everybody's desk: by organization, whose mails they may see. */
export async function listOwnPausedDomains(ctx: Context): Promise<{ slug: string; domains: string[] }[]> {
  if (ctx.actor.kind !== 'account') return []
  const own = await database()
    .select({ id: organization.id, slug: organization.slug })
    .from(member)
    .innerJoin(organization, eq(organization.id, member.organizationId))
    .where(
      and(
        eq(member.accountId, ctx.actor.accountId),
        inArray(member.role, rolesThatMay('outbox.read')),
        // Almost always there is none, and nothing more to ask.
        exists(database().select({ one: sql`1` }).from(pausedDomain).where(stillPaused(ctx))),
      ),
    )
    .orderBy(organization.slug)
  const found = await Promise.all(
    own.map(async ({ id, slug }) => ({
      slug,
      domains: (await listWhere(id, stillPaused(ctx))).map(({ domain }) => domain),
    })),
  )
  // Two bodies of one event are told of it once.
  const told = new Set<string>()
  const once = found.map(({ slug, domains }) => {
    const fresh = domains.filter((domain) => !told.has(domain))
    for (const domain of fresh) told.add(domain)
    return { slug, domains: fresh }
  })
  return once.filter(({ domains }) => domains.length > 0)
}

/** One of them, also when it was resumed meanwhile; or refused. */
export async function getPausedDomain(ctx: Context, organizationId: string, id: string) {
  await requireOrganizationRight(ctx, 'outbox.read', organizationId)
  const [found] = uuid.test(id) ? await listWhere(organizationId, eq(pausedDomain.id, id)) : []
  if (!found) throw new Refusal('paused-domain-missing', 'missing')
  return found
}
