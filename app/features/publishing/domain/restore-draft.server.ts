import { eq, inArray } from 'drizzle-orm'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { listFilmChoices } from '#app/features/agenda/domain/draft/draft-films.server.ts'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { lockEvent } from '#app/features/events/domain/event-lock.server.ts'
import type { Context } from '#app/shared/context.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import type { Transaction } from '#db/client.server.ts'
import type { PublishedAgenda } from '#db/schema/agenda-snapshot.ts'
import { person, room, track } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { editsToVersion } from './edits-to-version.ts'
import { type Publication, publishAgenda } from './publish-agenda.server.ts'
import { getVersion } from './versions.server.ts'

/** Makes the draft an earlier version again, as edits that open editors see. */
export async function restoreDraft(
  ctx: Context,
  { eventId, number }: { eventId: string; number: number },
): Promise<void> {
  await requireEventRight(ctx, 'agenda.edit', eventId)
  await withTransaction(async (tx) => {
    await lockEvent(tx, eventId)
    const { agenda } = await getVersion(eventId, number)
    const rooms = await tx.select({ id: room.id }).from(room).where(eq(room.eventId, eventId))
    const tracks = await tx.select({ id: track.id }).from(track).where(eq(track.eventId, eventId))
    const films = await listFilmChoices(eventId)
    const places = { rooms: idsOf(rooms), tracks: idsOf(tracks), films: idsOf(films) }
    const edits = editsToVersion(await withKeptPeople(tx, agenda), await listDraftSessions(eventId), places)
    if (edits.length > 0) await editDraft(ctx, { eventId, edits })
  })
}

/** Goes back to an earlier version by publishing it again as a new one. */
export async function restoreVersion(
  ctx: Context,
  { number, ...publication }: Omit<Publication, 'restoredFrom'> & { number: number },
): Promise<{ number: number; told: number }> {
  return withTransaction(async () => {
    await restoreDraft(ctx, { eventId: publication.eventId, number })
    return publishAgenda(ctx, { ...publication, restoredFrom: number })
  })
}

/** People who were merged since are those they were merged into. */
async function withKeptPeople(tx: Transaction, agenda: PublishedAgenda): Promise<PublishedAgenda> {
  const ids = agenda.people.map((one) => one.id)
  if (ids.length === 0) return agenda
  const rows = await tx
    .select({ id: person.id, keptId: person.keptId })
    .from(person)
    .where(inArray(person.id, ids))
  const kept = new Map(rows.map((row) => [row.id, row.keptId]))
  const sessions = agenda.sessions.map((session) => {
    const seen = new Set<string>()
    const appearances = session.appearances.flatMap((one) => {
      const personId = kept.get(one.personId)
      const key = `${personId} ${one.role}`
      if (!personId || seen.has(key)) return []
      seen.add(key)
      return [{ ...one, personId }]
    })
    return { ...session, appearances }
  })
  return { ...agenda, sessions }
}

const idsOf = (rows: { id: string }[]) => new Set(rows.map((row) => row.id))
