import { randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import type { DraftEdit } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { listVenues } from '#app/features/events/domain/venues.server.ts'
import { seenAt } from '#app/features/people/domain/known-to-hosts.server.ts'
import type { Context } from '#app/shared/context.ts'
import { freeSlug } from '#app/shared/slug.ts'
import { person, room, track, venue } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

type Copy = { from: string; to: string; at: (instant: Date) => Date }

/**
 * Rooms, tracks and the sessions of the draft with their people, each at the same hour of its day. Dropped sessions stay
 * behind, deputies sit in their own name, and people whom none of the new hosts knows are left out.
 * Answers which track became which.
 */
export async function copyAgenda(ctx: Context, { from, to, at }: Copy): Promise<Map<string, string>> {
  const rooms = await copyRooms(from, to)
  const tracks = await copyTracks(from, to)
  const known = new Set(
    (await database().select({ id: person.id }).from(person).where(seenAt(ctx, to))).map((one) => one.id),
  )
  const time = (iso: string | null) => iso && at(new Date(iso)).toISOString()
  const edits = (await listDraftSessions(from))
    .filter((session) => !session.dropped)
    .map(
      ({ id, slug, ...session }): DraftEdit => ({
        kind: 'add',
        sessionId: randomUUID(),
        set: {
          ...session,
          // They were this edition's; the next one shows others.
          films: [],
          startsAt: time(session.startsAt),
          endsAt: time(session.endsAt),
          roomId: session.roomId && (rooms.get(session.roomId) ?? null),
          trackId: session.trackId && (tracks.get(session.trackId) ?? null),
          appearances: session.appearances
            .filter((one) => known.has(one.personId))
            .map((one) => ({ ...one, deputyForId: null })),
        },
      }),
    )
  if (edits.length > 0) await editDraft(ctx, { eventId: to, edits })
  return tracks
}

/** Rooms in the same houses, which are the new event's own: an edit there must not reach back into the old one. */
async function copyRooms(from: string, to: string): Promise<Map<string, string>> {
  const rows = await database().select().from(room).where(eq(room.eventId, from)).orderBy(asc(room.position))
  const ids = new Map(rows.map((one) => [one.id, randomUUID() as string]))
  const houses = await copyVenues(from, to)
  const copies = rows.map((one) => ({
    ...one,
    id: ids.get(one.id) ?? randomUUID(),
    eventId: to,
    venueId: one.venueId && (houses.get(one.venueId) ?? null),
  }))
  if (copies.length > 0) await database().insert(room).values(copies)
  return ids
}

/** The main venue is there already, copied with the event itself. */
async function copyVenues(from: string, to: string): Promise<Map<string, string>> {
  const [[main], old] = [await listVenues(to), await listVenues(from)]
  const others = old.filter((one) => !one.isMain)
  const copies = others.map(({ isMain, roomIds, ...one }) => ({
    ...one,
    id: randomUUID() as string,
    eventId: to,
  }))
  const taken = copies.find((one) => one.slug === main?.slug)
  if (taken) taken.slug = freeSlug(taken.slug, new Set(copies.map((one) => one.slug)))
  if (copies.length > 0) await database().insert(venue).values(copies)
  const made = new Map(others.map((one, at) => [one.id, copies[at]?.id ?? '']))
  const oldMain = old.find((one) => one.isMain)
  if (oldMain && main) made.set(oldMain.id, main.id)
  return made
}

async function copyTracks(from: string, to: string): Promise<Map<string, string>> {
  const rows = await database()
    .select()
    .from(track)
    .where(eq(track.eventId, from))
    .orderBy(asc(track.position))
  const ids = new Map(rows.map((row) => [row.id, randomUUID() as string]))
  const copies = rows.map((one) => ({ ...one, id: ids.get(one.id) ?? randomUUID(), eventId: to }))
  if (copies.length > 0) await database().insert(track).values(copies)
  return ids
}
