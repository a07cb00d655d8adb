import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { lockEvent } from '#app/features/events/domain/event-lock.server.ts'
import { addPerson, type NewPerson } from '#app/features/people/domain/add-person.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import { freeSlug, slugOf } from '#app/shared/slug.ts'
import type { Transaction } from '#db/client.server.ts'
import { appearance, film, room, session, sessionFilm, track } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { fitTurns, lengthOf } from '../clashes/turns.ts'
import { announceDraft } from './announce-draft.server.ts'
import { listDraftSessions } from './draft.server.ts'
import {
  clashesOf,
  type DraftAppearance,
  type DraftEdit,
  type DraftFields,
  type DraftSession,
  type EditClash,
  fieldsOf,
  withTheirWords,
} from './draft-edit.ts'
import { draftChangesOf } from './edited-sessions.ts'
import { requireKnownPeople } from './known-people.server.ts'

export type Newcomer = Omit<NewPerson, 'eventId' | 'id'> & { id: string }

export type EditedDraft =
  | { done: true; changeId: number; edits: DraftEdit[] }
  | { done: false; clashes: EditClash[] }

/**
 * Does the edits of one gesture, all or none: a field that somebody else changed meanwhile is a clash, and then nothing
 * is done and both values are given back. Edits of other fields, languages or sessions merge. Turns that would last longer than
 * their session are shortened with it: `edits` are those that were done. Sessions may stand outside the event's hours in
 * the draft; publishing refuses them.
 */
export async function editDraft(
  ctx: Context,
  {
    eventId,
    edits: wanted,
    editorId,
    newcomers = [],
  }: {
    eventId: string
    edits: DraftEdit[]
    editorId?: string | undefined
    /** People whom the edits name and nobody knows yet: they are added with them, or not at all. */
    newcomers?: readonly Newcomer[]
  },
): Promise<EditedDraft> {
  await requireEventRight(ctx, 'agenda.edit', eventId)
  return withTransaction(async (tx) => {
    await lockEvent(tx, eventId)
    const stored = new Map((await listDraftSessions(eventId)).map((one) => [one.id, one]))
    for (const edit of wanted) requireSense(edit, stored.get(edit.sessionId))
    const clashes = wanted.flatMap((edit) => clashesOf(edit, stored.get(edit.sessionId)))
    if (clashes.length > 0) return { done: false, clashes }
    const edits = wanted
      .map((edit) => withTheirWords(edit, stored.get(edit.sessionId)))
      .map((edit) => withTurnsThatFit(edit, stored.get(edit.sessionId)))
      .map((edit) => withWhatWas(edit, stored.get(edit.sessionId)))
    await requireOwnPlaces(tx, eventId, edits)
    await requireOwnFilms(tx, eventId, edits)
    await requireRoomForSignedUp(tx, edits)
    for (const newcomer of newcomers) await addPerson(ctx, { eventId, ...newcomer })
    await requireKnownPeople(ctx, tx, eventId, newPeople(edits, stored))
    const slugs = new Set([...stored.values()].map((one) => one.slug))
    for (const edit of inOrder(edits)) await write(ctx, tx, eventId, edit, slugs)
    const changeId = await announce(ctx, { eventId, edits, editorId, stored })
    return { done: true, changeId, edits }
  })
}

/** What no draft may hold, whoever saves it. */
function requireSense(edit: DraftEdit, stored: DraftSession | undefined) {
  if (edit.kind === 'edit' && !stored) throw new Refusal('session-missing', 'missing')
  if (edit.kind === 'add' && stored) throw new Refusal('session-already', 'state')
  const after = { ...stored, ...edit.set } as DraftFields
  if (!textIn(after.title, 'vi')) throw new Refusal('session-title-missing', 'invalid')
  const { startsAt, endsAt } = after
  if ((startsAt === null) !== (endsAt === null)) throw new Refusal('session-half-timed', 'invalid')
  if (startsAt !== null && endsAt !== null && !(Date.parse(endsAt) > Date.parse(startsAt))) {
    throw new Refusal('session-ends-before-start', 'invalid')
  }
  const twice = after.appearances.map((one) => `${one.personId} ${one.role}`)
  if (new Set(twice).size < twice.length) throw new Refusal('appearance-already', 'state')
}

/** Room and track must be this event's own: the foreign keys alone would take a neighbour's. */
async function requireOwnPlaces(tx: Transaction, eventId: string, edits: DraftEdit[]) {
  const given = (field: 'roomId' | 'trackId') => [
    ...new Set(edits.map((edit) => edit.set[field]).filter((id): id is string => typeof id === 'string')),
  ]
  const [roomIds, trackIds] = [given('roomId'), given('trackId')]
  if (roomIds.length > 0) {
    const own = await tx.$count(room, and(eq(room.eventId, eventId), inArray(room.id, roomIds)))
    if (own < roomIds.length) throw new Refusal('room-missing', 'missing')
  }
  if (trackIds.length > 0) {
    const own = await tx.$count(track, and(eq(track.eventId, eventId), inArray(track.id, trackIds)))
    if (own < trackIds.length) throw new Refusal('track-missing', 'missing')
  }
}

/** So must films; one that was taken away meanwhile is shown no more. */
async function requireOwnFilms(tx: Transaction, eventId: string, edits: DraftEdit[]) {
  const ids = [...new Set(edits.flatMap((edit) => edit.set.films ?? []))]
  if (ids.length === 0) return
  const own = and(eq(film.eventId, eventId), inArray(film.id, ids), isNull(film.removedAt))
  if ((await tx.$count(film, own)) < ids.length) throw new Refusal('film-missing', 'missing')
}

/** Nobody who signed up for a session loses the seat by its capacity. */
async function requireRoomForSignedUp(tx: Transaction, edits: DraftEdit[]) {
  const limits = edits.flatMap(({ sessionId, set }) => (set.capacity == null ? [] : [{ sessionId, ...set }]))
  if (limits.length === 0) return
  const ids = limits.map((one) => one.sessionId)
  const rows = await tx
    .select({ id: session.id, signedUp: session.signedUp })
    .from(session)
    .where(inArray(session.id, ids))
  const seated = new Map(rows.map((row) => [row.id, row.signedUp]))
  for (const { sessionId, capacity } of limits) {
    const signedUp = seated.get(sessionId) ?? 0
    if (signedUp > (capacity ?? 0))
      throw new Refusal('session-capacity-below-seats', 'state', { seated: signedUp })
  }
}

function newPeople(edits: DraftEdit[], stored: Map<string, DraftSession>): string[] {
  const there = new Set([...stored.values()].flatMap((one) => one.appearances.map((each) => each.personId)))
  const wanted = edits.flatMap((edit) => edit.set.appearances ?? []).map((one) => one.personId)
  return [...new Set(wanted)].filter((id) => !there.has(id))
}

function withTurnsThatFit<Edit extends DraftEdit>(edit: Edit, stored: DraftSession | undefined): Edit {
  const after = { ...stored, ...edit.set } as DraftFields
  const appearances = fitTurns(after.appearances, lengthOf(after))
  if (sameValue(appearances, after.appearances)) return edit
  const set = { ...edit.set, appearances }
  if (edit.kind === 'add' || !stored) return { ...edit, set }
  return { ...edit, was: { appearances: stored.appearances, ...edit.was }, set }
}

/** What was there in every field of an edit, so that it can be turned round; a gesture need not have looked. */
function withWhatWas(edit: DraftEdit, stored: DraftSession | undefined): DraftEdit {
  if (edit.kind === 'add' || !stored) return edit
  const was = Object.fromEntries(fieldsOf(edit.set).map((field) => [field, stored[field]]))
  return { ...edit, was: { ...was, ...edit.was } }
}

// Rows in the order of their ids, so that two who edit many at once cannot wait for each other.
function inOrder(edits: DraftEdit[]): DraftEdit[] {
  return [...edits].sort((a, b) => (a.sessionId < b.sessionId ? -1 : a.sessionId > b.sessionId ? 1 : 0))
}

async function write(ctx: Context, tx: Transaction, eventId: string, edit: DraftEdit, slugs: Set<string>) {
  const { sessionId: id, set } = edit
  if (edit.kind === 'add') {
    const { title, kind } = edit.set
    const slug = freeSlug(slugOf(title.en ?? title.vi ?? '') || kind, slugs)
    slugs.add(slug)
    await tx
      .insert(session)
      .values({ id, eventId, slug, kind, title, ...columns(ctx, edit.set), createdAt: ctx.now })
  } else if (fieldsOf(set).some((field) => field !== 'appearances' && field !== 'films')) {
    await tx
      .update(session)
      .set({ ...columns(ctx, set), revision: sql`${session.revision} + 1` })
      .where(eq(session.id, id))
  }
  if (set.appearances) await writeAppearances(tx, id, set.appearances)
  if (set.films) await writeFilms(tx, id, set.films)
}

function columns(
  ctx: Context,
  { appearances, films, startsAt, endsAt, dropped, ...same }: Partial<DraftFields>,
) {
  const instant = (iso: string | null) => (iso === null ? null : new Date(iso))
  return {
    ...same,
    ...(startsAt !== undefined && { startsAt: instant(startsAt) }),
    ...(endsAt !== undefined && { endsAt: instant(endsAt) }),
    ...(dropped !== undefined && { cancelledAt: dropped ? ctx.now : null }),
  }
}

async function writeAppearances(tx: Transaction, sessionId: string, people: DraftAppearance[]) {
  await tx.delete(appearance).where(eq(appearance.sessionId, sessionId))
  if (people.length === 0) return
  await tx.insert(appearance).values(people.map((one, index) => ({ ...one, sessionId, position: index + 1 })))
}

async function writeFilms(tx: Transaction, sessionId: string, films: string[]) {
  await tx.delete(sessionFilm).where(eq(sessionFilm.sessionId, sessionId))
  if (films.length === 0) return
  const rows = [...new Set(films)].map((filmId, index) => ({ sessionId, filmId, position: index + 1 }))
  await tx.insert(sessionFilm).values(rows)
}

type Announced = {
  eventId: string
  edits: DraftEdit[]
  editorId: string | undefined
  stored: Map<string, DraftSession>
}

async function announce(ctx: Context, { eventId, edits, editorId, stored }: Announced): Promise<number> {
  const changeId = await announceDraft(ctx, { eventId, edits, editorId })
  const subject = edits[0]?.set.title ?? stored.get(edits[0]?.sessionId ?? '')?.title
  await recordActivity(ctx, {
    verb: 'agenda.edited',
    eventId,
    subjectId: edits[0]?.sessionId ?? eventId,
    subjectName: textIn(subject, 'vi'),
    details: {
      sessions: new Set(edits.map((edit) => edit.sessionId)).size,
      change: changeId,
      changes: draftChangesOf(edits, stored),
    },
  })
  return changeId
}
