import { randomUUID } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import type { DraftEdit, DraftFields, DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { listFilmChoices } from '#app/features/agenda/domain/draft/draft-films.server.ts'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { listRooms, listTracks } from '#app/features/agenda/domain/rooms/rooms-and-tracks.server.ts'
import { lockEvent } from '#app/features/events/domain/event-lock.server.ts'
import { instantOfLocal } from '#app/features/events/domain/local-time.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { editPerson } from '#app/features/people/domain/edit-person.server.ts'
import { isKeptRecord } from '#app/features/people/domain/kept-person.server.ts'
import { getKnownPerson, seenAt } from '#app/features/people/domain/known-to-hosts.server.ts'
import { personWordFields } from '#app/features/people/domain/person-details.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { write } from '#app/shared/i18n/translated-text.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { rowsOf } from '#db/rows-of.server.ts'
import { agendaImport, person, portrait, session } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import type { AgendaSource } from './agenda-source.server.ts'
import { type ImportedAgenda, type ImportedPerson, identityIn, languageOf } from './imported-agenda.ts'
import { makePlaces } from './make-places.server.ts'
import { getEarlierImports, keepBrought } from './plan/earlier-imports.server.ts'
import { sourceKey } from './plan/match-people.ts'
import { planImport } from './plan/plan-import.ts'
import { broughtPerson, together } from './plan/plan-people.ts'
import { changedFields } from './plan/plan-session.ts'
import type { ImportChoices, ImportPlan, PlannedDetails, PlannedFields, PlannedRow } from './plan/planned.ts'

/** Keeps an agenda that was read, until somebody decides about it. */
export async function keepImport(
  ctx: Context,
  {
    eventId,
    agenda,
    fileName,
    source = null,
  }: { eventId: string; agenda: ImportedAgenda; fileName: string; source?: AgendaSource | null },
): Promise<string> {
  await requireEventRight(ctx, 'agenda.edit', eventId)
  const [kept] = await database()
    .insert(agendaImport)
    .values({
      eventId,
      format: agenda.format,
      fileName,
      plan: { ...agenda, source },
      createdAt: ctx.now,
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
  const { source = null, ...agenda } = found.plan as ImportedAgenda & { source?: AgendaSource | null }
  return { ...found, agenda, source }
}

type EventOfImport = { id: string; timeZone: string }

/** What taking an agenda over would do now. */
export async function previewImport(
  ctx: Context,
  event: EventOfImport,
  agenda: ImportedAgenda,
  choices: ImportChoices,
): Promise<ImportPlan> {
  return (await planWith(ctx, event, agenda, choices)).plan
}

async function planWith(ctx: Context, event: EventOfImport, agenda: ImportedAgenda, choices: ImportChoices) {
  const keys = database()
    .select({ id: session.id, importKey: session.importKey })
    .from(session)
    .where(eq(session.eventId, event.id))
  const [sessions, rooms, tracks, people, films, earlier, importKeys] = await Promise.all([
    listDraftSessions(event.id),
    listRooms(event.id),
    listTracks(event.id),
    listKnownPeople(ctx, event.id),
    listFilmChoices(event.id),
    getEarlierImports(event.id),
    keys,
  ])
  const keyOf = new Map(importKeys.map((one) => [one.id, one.importKey]))
  const zone = agenda.zone ?? event.timeZone
  const instantOf = (local: string) => {
    const instant = instantOfLocal(local, zone)
    return instant instanceof Date ? instant.toISOString() : null
  }
  const known = sessions.map((one) => ({ ...one, importKey: keyOf.get(one.id) ?? null }))
  const plan = planImport(agenda, {
    sessions: known,
    rooms,
    tracks,
    people,
    films,
    earlier,
    instantOf,
    choices,
  })
  return { plan, sessions: new Map(sessions.map((one) => [one.id, one])) }
}

function listKnownPeople(ctx: Context, eventId: string) {
  const { id, name, otherNames, email, position, affiliation, biography } = person
  return database()
    .select({ id, name, otherNames, email, position, affiliation, biography, portraitId: portrait.id })
    .from(person)
    .leftJoin(portrait, and(eq(portrait.personId, person.id), isNull(portrait.removedAt)))
    .where(and(isKeptRecord, seenAt(ctx, eventId)))
    .limit(20_000)
}

/** Takes over what is clear, in one transaction; the same again changes nothing. Answers how many rows did what. */
export async function applyImport(
  ctx: Context,
  event: EventOfImport,
  { importId, choices }: { importId: string; choices: ImportChoices },
): Promise<Record<PlannedRow['what'], number>> {
  await requireEventRight(ctx, 'agenda.edit', event.id)
  return withTransaction(async (tx) => {
    await lockEvent(tx, event.id)
    const { agenda } = await getImport(event.id, importId)
    const { plan, sessions } = await planWith(ctx, event, agenda, choices)
    const places = await makePlaces(ctx, event.id, plan, { choices, agenda })
    const made = await makePeople(ctx, event.id, plan.newPeople)
    for (const one of plan.people) await changePerson(ctx, event.id, one)
    const imported = plan.rows.flatMap((row): ImportedRow[] => {
      if (!row.fields || !row.brought) return []
      const edit = editOf(row, row.fields, sessions.get(row.sessionId ?? ''), { places, made })
      return [{ row, edit, sessionId: row.sessionId ?? edit?.sessionId ?? '' }]
    })
    const edits = imported.flatMap(({ edit }) => edit ?? [])
    if (edits.length > 0) await editDraft(ctx, { eventId: event.id, edits })
    // Sessions that were here already are known by the file's key from now on.
    const named = plan.rows.flatMap(({ key, sessionId: id }) => (id ? [{ id, key }] : []))
    const added = imported.map(({ row: { key }, sessionId: id }) => ({ id, key }))
    if (named.length + added.length > 0) {
      const known = rowsOf('known', { id: 'uuid', key: 'text' }, [...named, ...added])
      await tx.execute(sql`
        update session s set import_key = ${known.key} from ${known.rows}
        where s.id = ${known.id} and s.import_key is null`)
    }
    await keepBrought(event.id, broughtBy(agenda, imported, { places, made }), ctx.now)
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

type ImportedRow = { row: PlannedRow; edit: DraftEdit | null; sessionId: string }
type Made = { places: Awaited<ReturnType<typeof makePlaces>>; made: ReadonlyMap<string, string> }

/** The edit that a row asks for: of a session that is here only the fields that change. */
function editOf(
  row: PlannedRow,
  planned: PlannedFields,
  before: DraftSession | undefined,
  around: Made,
): DraftEdit | null {
  if (row.what !== 'new' && row.what !== 'changed') return null
  const set = fieldsOf(planned, around)
  if (!before) return { kind: 'add', sessionId: randomUUID(), set }
  const changed = new Set<string>(changedFields(before, planned))
  const only = Object.entries(set).filter(([field]) => changed.has(field))
  return {
    kind: 'edit',
    sessionId: before.id,
    was: {},
    set: Object.fromEntries(only) as Partial<DraftFields>,
  }
}

function broughtBy(agenda: ImportedAgenda, imported: ImportedRow[], { places, made }: Made) {
  const ids = new Map(made)
  const sessions = imported.flatMap(({ row: { key, brought }, sessionId }) => {
    if (!brought) return []
    for (const one of brought.people) if (one.personId) ids.set(one.identity, one.personId)
    const people = brought.people.map((one) => ({
      ...one,
      personId: one.personId ?? ids.get(one.identity) ?? null,
    }))
    const roomId = brought.roomId ?? places.rooms.named(brought.room)?.id ?? null
    const trackId = brought.trackId ?? places.tracks.named(brought.track)?.id ?? null
    return [{ key, sessionId, brought: { ...brought, roomId, trackId, people } }]
  })
  const mentioned = together(agenda.sessions.flatMap((one) => one.people))
  const people = mentioned.flatMap((one) => {
    const personId = ids.get(identityIn(one))
    return personId ? [{ key: sourceKey(agenda.format, one), personId, brought: broughtPerson(one) }] : []
  })
  return { sessions, people }
}

async function makePeople(ctx: Context, eventId: string, people: readonly ImportedPerson[]) {
  const made = new Map<string, string>()
  for (const one of people) {
    const language = languageOf(one.name) ?? 'en'
    const words = (text: string | undefined) =>
      text ? write({ [languageOf(text) ?? language]: text }, languageOf(text) ?? language) : {}
    const { id } = await addPerson(ctx, {
      eventId,
      name: one.name,
      locale: language,
      position: words(one.position),
      affiliation: words(one.affiliation),
      biography: words(one.biography),
      ...(one.email && { email: one.email }),
    })
    made.set(identityIn(one), id)
  }
  return made
}

/** What a file changes of somebody goes the way of an organizer's edit. */
async function changePerson(ctx: Context, eventId: string, { personId, changes }: PlannedDetails) {
  if (changes.length === 0) return
  const before = await getKnownPerson(ctx, eventId, personId)
  const words = personWordFields.map((field) => {
    const after = changes.find((one) => one.field === field)?.after
    const { vi = '', en = '' } = typeof after === 'object' ? after : before[field]
    return [field, { vi, en, confirmed: false }] as const
  })
  const name = changes.find((one) => one.field === 'name')?.after
  const { otherNames, precedence, locale, revision } = before
  await editPerson(ctx, {
    eventId,
    personId,
    revision,
    details: {
      ...(Object.fromEntries(words) as Record<(typeof words)[number][0], (typeof words)[number][1]>),
      name: typeof name === 'string' ? name : before.name,
      otherNames,
      precedence,
      locale,
      pronunciation: before.pronunciation ?? '',
      email: before.email ?? '',
      assistantEmail: before.assistantEmail ?? '',
      timeZone: before.timeZone ?? '',
    },
  })
}

function fieldsOf(planned: PlannedFields, { places, made }: Made): DraftFields {
  const { room, track, people, ...same } = planned
  return {
    ...same,
    roomId: room ? (places.rooms.named(room)?.id ?? null) : same.roomId,
    trackId: track ? (places.tracks.named(track)?.id ?? null) : same.trackId,
    appearances: people.flatMap(({ personId, identity, role, minutes, deputyForId }) => {
      const id = personId ?? made.get(identity)
      return id ? [{ personId: id, role, minutes, deputyForId }] : []
    }),
  }
}
