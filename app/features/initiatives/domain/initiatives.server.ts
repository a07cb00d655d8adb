import { and, asc, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import { hostJson, type PublicHost } from '#app/features/events/domain/events.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { event, initiative, initiativeOrganization, organization } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

/** All published initiatives in their order. */
export function listInitiatives() {
  return initiatives()
}

/** The published initiatives that were launched at an event. */
export function listInitiativesBornAt(eventId: string) {
  return initiatives(eq(initiative.bornAtId, eventId))
}

/** The published one at an address, or refused: a draft does not exist for readers. */
export async function getInitiative(slug: string): Promise<PublicInitiative> {
  const [found] = await initiatives(eq(initiative.slug, slug))
  if (!found) throw new Refusal('initiative-missing', 'missing')
  return found
}

export type PublicInitiative = Awaited<ReturnType<typeof initiatives>>[number]

function initiatives(condition?: SQL) {
  const bodies = sql<PublicHost[]>`(
    select coalesce(json_agg(${hostJson} order by i.position, o.short_name), '[]')
    from ${initiativeOrganization} i join ${organization} o on o.id = i.organization_id
    where i.initiative_id = ${initiative.id})`
  const bornAt = {
    id: event.id,
    slug: event.slug,
    title: event.title,
    startsAt: event.startsAt,
    timeZone: event.timeZone,
    accent: event.accent,
  }
  return database()
    .select({
      id: initiative.id,
      slug: initiative.slug,
      name: initiative.name,
      summary: initiative.summary,
      description: initiative.description,
      createdAt: initiative.createdAt,
      bodies,
      bornAt,
    })
    .from(initiative)
    .leftJoin(event, and(eq(event.id, initiative.bornAtId), isNotNull(event.publishedAt)))
    .where(and(isNotNull(initiative.publishedAt), condition))
    .orderBy(asc(initiative.position), asc(initiative.slug))
}
