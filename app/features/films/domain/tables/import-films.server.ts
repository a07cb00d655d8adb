import { eq, inArray, sql } from 'drizzle-orm'
import type { Newcomer } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { requireKnownPeople } from '#app/features/agenda/domain/draft/known-people.server.ts'
import { lockEvent } from '#app/features/events/domain/event-lock.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { creditRoles } from '#app/shared/vocabulary.ts'
import type { Transaction } from '#db/client.server.ts'
import { film, filmCredit } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { creditsMeantOfMany } from '../credits-meant.server.ts'
import type { Credit } from '../film-details.ts'
import { listWholeFilms, type WholeFilm } from '../films.server.ts'
import { filmSlug, mostFilms, writtenAfter } from '../save-film.server.ts'
import { addSection } from '../sections/save-section.server.ts'
import { listSections } from '../sections/sections.server.ts'
import { type FilmAnswers, type PlannedFilm, planFilms } from './plan-films.ts'
import type { FilmRow } from './read-films.ts'

type Import = { eventId: string; rows: readonly FilmRow[]; answers?: FilmAnswers }
type Line = PlannedFilm<WholeFilm>
type Change = Extract<Line, { what: 'new' | 'changed' | 'same' }>
export type FilmImport = {
  lines: Line[]
  /** People whom nobody knows yet. */
  newcomers: Newcomer[]
  newSections: string[]
}

/** More lines than any edition has films. */
const mostLines = 2000

/** What a table would do to the films of an edition now. */
export async function previewFilms(
  ctx: Context,
  { eventId, rows, answers = {} }: Import,
): Promise<FilmImport> {
  await requireEventRight(ctx, 'event.edit', eventId)
  const { lines, newcomers, newSections } = await planned(ctx, { eventId, rows, answers })
  return { lines, newcomers, newSections }
}

/**
 * Takes the lines of a table into an edition: what they say of a film is stored, films that they do not name stay as they
 * are, and what is unclear or not answered is left alone. Answers what became of each line.
 */
export async function importFilms(
  ctx: Context,
  { eventId, rows, answers = {} }: Import,
): Promise<FilmImport> {
  await requireEventRight(ctx, 'event.edit', eventId)
  return withTransaction(async (tx) => {
    await lockEvent(tx, eventId)
    const { lines, newcomers, newSections, credits } = await planned(ctx, { eventId, rows, answers })
    const changes = lines.filter((line): line is Change => line.what === 'new' || line.what === 'changed')
    if (changes.length === 0) return { lines, newcomers, newSections }
    const sections = new Map<string, string>()
    for (const name of newSections) sections.set(name, await newSection(ctx, eventId, name))
    const placed = changes.map((line) => ({
      ...line,
      details: { ...line.details, sectionId: sections.get(line.newSection) ?? line.details.sectionId },
    }))
    const ids = await writeFilms(ctx, tx, eventId, placed)
    for (const newcomer of newcomers) await addPerson(ctx, { eventId, ...newcomer })
    await writeCredits(ctx, tx, eventId, ids, credits)
    const count = (what: Line['what']) => changes.filter((line) => line.what === what).length
    const details = { added: count('new'), changed: count('changed') }
    await recordActivity(ctx, { verb: 'films.imported', eventId, subjectId: eventId, details })
    await pageChanged(pageTag.event(eventId), pageTag.home)
    return { lines, newcomers, newSections }
  })
}

async function planned(ctx: Context, { eventId, rows, answers }: Import & { answers: FilmAnswers }) {
  if (rows.length > mostLines) throw new Refusal('selection-too-long', 'invalid', { most: String(mostLines) })
  const [films, sections] = await Promise.all([listWholeFilms(eventId), listSections(eventId)])
  const all = planFilms(rows, { films, sections, answers })
  const recast = all.filter((line): line is Change => 'columns' in line && isRecast(line))
  const meant = await creditsMeantOfMany(
    ctx,
    eventId,
    recast.map(({ names, film: before }) => ({ typed: names, before: before?.credits ?? [] })),
  )
  const credits = new Map<number, Credit[]>()
  const unclear = new Map<number, string>()
  for (const [at, line] of recast.entries()) {
    const { credits: own = [], several = [] } = meant.films[at] ?? {}
    if (several[0]) unclear.set(line.line, several[0].name)
    else credits.set(line.line, ofRolesAsBefore(line, own))
  }
  const lines = all.map(({ line, title, candidates, ...rest }): Line => {
    const word = unclear.get(line)
    if (word === undefined) return { line, title, candidates, ...rest }
    return { line, title, candidates, what: 'unclear', why: 'several', column: null, word }
  })
  const newSections = lines.flatMap((line) => ('newSection' in line && line.newSection) || [])
  return { lines, credits, newcomers: meant.newcomers, newSections: [...new Set(newSections)] }
}

const isRecast = ({ columns }: Change) => columns.some((column) => column.startsWith('credits.'))

/** Of a role that the table leaves as it is, the very people: a name alone does not tell namesakes apart. */
function ofRolesAsBefore({ columns, film: before }: Change, credits: readonly Credit[]): Credit[] {
  return creditRoles.flatMap((role) => {
    const isSaid = before === null || columns.includes(`credits.${role}`)
    const of: readonly Credit[] = isSaid ? credits : before.credits
    return of.filter((one) => one.role === role).map(({ personId }) => ({ role, personId }))
  })
}

async function newSection(ctx: Context, eventId: string, name: string): Promise<string> {
  const words = { vi: '', en: '', [ctx.locale]: name }
  const details = { kind: 'other' as const, name: words, description: { vi: '', en: '' }, position: null }
  return (await addSection(ctx, { eventId, details })).id
}

/** Writes what is said of each film; answers the ids by the lines. */
async function writeFilms(
  ctx: Context,
  tx: Transaction,
  eventId: string,
  changes: readonly Change[],
): Promise<Map<number, string>> {
  const there = await tx.select({ slug: film.slug }).from(film).where(eq(film.eventId, eventId))
  const fresh = changes.filter(({ what }) => what === 'new')
  if (there.length + fresh.length > mostFilms)
    throw new Refusal('films-too-many', 'state', { limit: mostFilms })
  const taken = new Set(there.map(({ slug }) => slug))
  const ids = new Map<number, string>()
  const added = fresh.map(({ line, slug: wanted, details }) => {
    const next = writtenAfter(ctx, null, details)
    const slug = filmSlug(next, wanted, taken)
    taken.add(slug)
    return { line, row: { ...next, eventId, slug, createdAt: ctx.now } }
  })
  if (added.length > 0) {
    const rows = await tx
      .insert(film)
      .values(added.map(({ row }) => row))
      .returning({ id: film.id, slug: film.slug })
    const bySlug = new Map(rows.map(({ id, slug }) => [slug, id]))
    for (const { line, row } of added) ids.set(line, bySlug.get(row.slug) ?? '')
  }
  for (const { line, film: before, details } of changes) {
    if (!before) continue
    const next = writtenAfter(ctx, before, details)
    await tx
      .update(film)
      .set({ ...next, revision: sql`${film.revision} + 1` })
      .where(eq(film.id, before.id))
    ids.set(line, before.id)
  }
  return ids
}

async function writeCredits(
  ctx: Context,
  tx: Transaction,
  eventId: string,
  ids: ReadonlyMap<number, string>,
  credits: ReadonlyMap<number, readonly Credit[]>,
): Promise<void> {
  const recast = [...credits].flatMap(([line, own]) => {
    const filmId = ids.get(line)
    return filmId ? [{ filmId, own }] : []
  })
  if (recast.length === 0) return
  const rows = recast.flatMap(({ filmId, own }) =>
    own.map((credit, at) => ({ ...credit, filmId, position: at + 1 })),
  )
  await requireKnownPeople(ctx, tx, eventId, [...new Set(rows.map(({ personId }) => personId))])
  const filmIds = recast.map(({ filmId }) => filmId)
  await tx.delete(filmCredit).where(inArray(filmCredit.filmId, filmIds))
  // A statement takes no more than 65,535 values.
  for (let at = 0; at < rows.length; at += 5000) await tx.insert(filmCredit).values(rows.slice(at, at + 5000))
}
