import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { Refusal } from '#app/shared/errors.ts'
import { account, agendaVersion } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

const stamp = {
  number: agendaVersion.number,
  publishedAt: agendaVersion.publishedAt,
  changes: agendaVersion.changes,
}

/** The change lists of an event, from the first version to the newest. */
export function listVersionChanges(eventId: string) {
  return database()
    .select({ ...stamp, restoredFrom: agendaVersion.restoredFrom })
    .from(agendaVersion)
    .where(eq(agendaVersion.eventId, eventId))
    .orderBy(asc(agendaVersion.number))
}

export type PublicVersion = Awaited<ReturnType<typeof listVersionChanges>>[number]

/** What became of a session that readers had once: the version that dropped it and when it had been planned; else null. */
export async function findDroppedSession(eventId: string, slug: string) {
  const wanted = JSON.stringify([{ slug, kind: 'cancelled' }])
  const [found] = await database()
    .select(stamp)
    .from(agendaVersion)
    .where(and(eq(agendaVersion.eventId, eventId), sql`${agendaVersion.changes} @> ${wanted}::jsonb`))
    .orderBy(desc(agendaVersion.number))
    .limit(1)
  const change = found?.changes.find((one) => one.slug === slug && one.kind === 'cancelled')
  if (!found || !change) return null
  const { number, publishedAt } = found
  return { number, publishedAt, title: change.title, slot: change.before }
}

/** The versions as organizers see them, the newest first: who published them, and who was not told. */
export function listVersions(eventId: string) {
  return database()
    .select({
      ...stamp,
      restoredFrom: agendaVersion.restoredFrom,
      heldBack: agendaVersion.heldBack,
      publishedBy: account.name,
    })
    .from(agendaVersion)
    .leftJoin(account, eq(account.id, agendaVersion.publishedById))
    .where(eq(agendaVersion.eventId, eventId))
    .orderBy(desc(agendaVersion.number))
}

/** One version with its agenda. */
export async function getVersion(eventId: string, number: number) {
  const [found] = await database()
    .select()
    .from(agendaVersion)
    .where(and(eq(agendaVersion.eventId, eventId), eq(agendaVersion.number, number)))
  if (!found) throw new Refusal('agenda-version-missing', 'missing')
  return found
}
