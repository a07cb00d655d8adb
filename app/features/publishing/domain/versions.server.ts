import { and, asc, desc, eq } from 'drizzle-orm'
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
