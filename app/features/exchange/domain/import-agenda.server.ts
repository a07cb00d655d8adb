import { randomUUID } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { addRoom } from '#app/features/agenda/domain/add-room.server.ts'
import { addTrack } from '#app/features/agenda/domain/add-track.server.ts'
import { readDraftSessions } from '#app/features/agenda/domain/draft.server.ts'
import type { DraftEdit } from '#app/features/agenda/domain/draft-edit.ts'
import { editDraft } from '#app/features/agenda/domain/edit-draft.server.ts'
import { listRooms, listTracks } from '#app/features/agenda/domain/rooms-and-tracks.server.ts'
import { lockEvent } from '#app/features/events/domain/event-lock.server.ts'
import { instantOfLocal } from '#app/features/events/domain/local-time.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { knownToHosts } from '#app/features/people/domain/known-to-hosts.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { write } from '#app/shared/i18n/translated-text.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { agendaImport, person, session } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { type ImportedAgenda, languageOf } from './imported-agenda.ts'
import { plainWords } from './plain-words.ts'
import { placeNamed, planImport } from './plan-import.ts'
import type { ImportChoices, ImportPlan, PlannedFields, PlannedRow } from './planned.ts'

/** Keeps an agenda that was read, until somebody decides about it. */
export async function keepImport(
  ctx: Context,
  { eventId, agenda, fileName }: { eventId: string; agenda: ImportedAgenda; fileName: string },
): Promise<string> {
  await requireEventRight(ctx, 'agenda.edit', eventId)
  const [kept] = await database()
    .insert(agendaImport)
    .values({
      ...{ eventId, format: agenda.format, fileName, plan: agenda, createdAt: ctx.now },
      accountId: ctx.actor.kind === 'account' ? ctx.actor.accountId : null,
    })
    .returning({ id: agendaImport.id })
  if (!kept) throw new Error('An import was inserted without a row')
  return kept.id
}

/** An agenda that was read for this event and not yet taken over; refuses others. */
export async function getImport(eventId: string, importId: string) {
  const [found] = await database()
    .select()
    .from(agendaImport)
    .where(and(eq(agendaImport.id, importId), eq(agendaImport.eventId, eventId)))
  if (!found) throw new Refusal('import-missing', 'missing')
  return { ...found, agenda: found.plan as ImportedAgenda }
}

/** What taking an agenda over would do now. */
export async function previewImport(
  event: { id: string; timeZone: string },
  agenda: ImportedAgenda,
  choices: ImportChoices,
): Promise<ImportPlan> {
  const keys = database()
    .select({ id: session.id, importKey: session.importKey })
    .from(session)
    .where(eq(session.eventId, event.id))
  const [sessions, rooms, tracks, people, importKeys] = await Promise.all([
    readDraftSessions(event.id),
    listRooms(event.id),
    listTracks(event.id),
    listKnownPeople(event.id),
    keys,
  ])
  const keyOf = new Map(importKeys.map((one) => [one.id, one.importKey]))
  const instantOf = (local: string) => {
    const instant = instantOfLocal(local, event.timeZone)
    return instant instanceof Date ? instant.toISOString() : null
  }
  const known = sessions.map((one) => ({ ...one, importKey: keyOf.get(one.id) ?? null }))
  return planImport(agenda, { sessions: known, rooms, tracks, people, instantOf, choices })
}

function listKnownPeople(eventId: string) {
  return database()
    .select({
      id: person.id,
      name: person.name,
      words: sql<string>`coalesce(${person.search}, '')`,
      email: person.email,
    })
    .from(person)
    .where(and(isNull(person.mergedIntoId), knownToHosts(eventId)))
    .limit(20_000)
}

/** Takes over what is clear, in one transaction; the same again changes nothing. Answers how many rows did what. */
export async function applyImport(
  ctx: Context,
  event: { id: string; timeZone: string },
  { importId, choices }: { importId: string; choices: ImportChoices },
): Promise<Record<PlannedRow['what'], number>> {
  await requireEventRight(ctx, 'agenda.edit', event.id)
  return withTransaction(async (tx) => {
    await lockEvent(tx, event.id)
    const { agenda } = await getImport(event.id, importId)
    const plan = await previewImport(event, agenda, choices)
    const places = await makePlaces(ctx, event.id, plan)
    const made = new Map<string, string>()
    for (const one of plan.newPeople) {
      const language = languageOf(one.name) ?? 'en'
      const words = (text: string | undefined) =>
        text ? write({ [languageOf(text) ?? language]: text }) : {}
      const { id } = await addPerson(ctx, {
        ...{ eventId: event.id, name: one.name, locale: language },
        ...{ position: words(one.position), affiliation: words(one.affiliation) },
        ...(one.email && { email: one.email }),
      })
      made.set(plainWords(one.name), id)
    }
    const edits = plan.rows.flatMap((row): (DraftEdit & { key: string })[] => {
      if (!row.fields || (row.what !== 'new' && row.what !== 'changed')) return []
      const set = fieldsOf(row.fields, places, made)
      const edit = row.sessionId
        ? { kind: 'edit' as const, sessionId: row.sessionId, was: {}, set }
        : { kind: 'add' as const, sessionId: randomUUID(), set }
      return [{ ...edit, key: row.key }]
    })
    if (edits.length > 0)
      await editDraft(ctx, { eventId: event.id, edits: edits.map(({ key, ...edit }) => edit) })
    // Sessions that were here already are known by the file's key from now on.
    const met = plan.rows.flatMap(({ sessionId: id, key }) => (id ? [{ id, key }] : []))
    const named = [...met, ...edits.map(({ sessionId: id, key }) => ({ id, key }))]
    if (named.length > 0) {
      const keys = JSON.stringify(named)
      await tx.execute(sql`
        update session s set import_key = k.key from jsonb_to_recordset(${keys}::jsonb) as k(id uuid, key text)
        where s.id = k.id and s.import_key is null`)
    }
    await tx.update(agendaImport).set({ appliedAt: ctx.now }).where(eq(agendaImport.id, importId))
    const count = (what: string) => plan.rows.filter((row) => row.what === what).length
    const counts = {
      new: count('new'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      kept: count('kept'),
      unclear: count('unclear'),
    }
    await recordActivity(ctx, {
      verb: 'agenda.imported',
      eventId: event.id,
      subjectId: importId,
      details: counts,
    })
    return counts
  })
}

async function makePlaces(ctx: Context, eventId: string, plan: ImportPlan) {
  const named = (name: string) => write({ [languageOf(name) ?? 'en']: name })
  for (const name of plan.newRooms) await addRoom(ctx, { eventId, name: named(name) })
  for (const name of plan.newTracks) await addTrack(ctx, { eventId, name: named(name) })
  const [rooms, tracks] = await Promise.all([listRooms(eventId), listTracks(eventId)])
  return { rooms, tracks }
}

function fieldsOf(
  planned: PlannedFields,
  places: Awaited<ReturnType<typeof makePlaces>>,
  made: Map<string, string>,
) {
  const { room, track, people, ...same } = planned
  return {
    ...same,
    roomId: room ? (placeNamed(places.rooms, room)?.id ?? null) : same.roomId,
    trackId: track ? (placeNamed(places.tracks, track)?.id ?? null) : same.trackId,
    appearances: people.flatMap(({ personId, name, role, minutes, deputyForId }) => {
      const id = personId ?? made.get(plainWords(name))
      return id ? [{ personId: id, role, minutes, deputyForId }] : []
    }),
  }
}
