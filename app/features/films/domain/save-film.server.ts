import { and, eq, isNull } from 'drizzle-orm'
import type { Newcomer } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { requireKnownPeople } from '#app/features/agenda/domain/draft/known-people.server.ts'
import { filmTitle } from '#app/features/agenda/domain/film-title.ts'
import { changesOf } from '#app/features/events/domain/edit-changes.ts'
import { lockEvent } from '#app/features/events/domain/event-lock.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { edit, textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import { freeSlug, slugOf } from '#app/shared/slug.ts'
import type { Transaction } from '#db/client.server.ts'
import { film, filmCredit, section } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { type Credit, type FilmDetails, type WrittenFilm, writtenOf } from './film-details.ts'
import { getFilm, type OneFilm } from './films.server.ts'

/** More films than any edition shows. */
export const mostFilms = 1000

/** Addresses of the desk beside those of films. */
const reserved = ['awards', 'import', 'new', 'sections']

type Written = { details: FilmDetails; credits: readonly Credit[]; newcomers?: readonly Newcomer[] }
type Place = { eventId: string }

/** Adds a film to an edition, with who made it; people whom nobody knew become known. Answers its address. */
export async function addFilm(
  ctx: Context,
  { eventId, slug: wanted, ...written }: Place & Written & { slug?: string },
): Promise<string> {
  await requireEventRight(ctx, 'event.edit', eventId)
  return withTransaction(async (tx) => {
    await lockEvent(tx, eventId)
    const there = await tx.select({ slug: film.slug }).from(film).where(eq(film.eventId, eventId))
    if (there.length >= mostFilms) throw new Refusal('films-too-many', 'state', { limit: mostFilms })
    const next = await nextOf(ctx, tx, eventId, null, written.details)
    const slug = filmSlug(next, wanted ?? '', new Set(there.map((one) => one.slug)))
    const [added] = await tx
      .insert(film)
      .values({ ...next, eventId, slug, createdAt: ctx.now })
      .returning({ id: film.id })
    if (!added) throw new Error('A film was inserted without a row')
    await writeCredits(ctx, tx, { eventId, filmId: added.id, ...written })
    await told(ctx, 'film.added', { id: added.id, eventId, ...next })
    return slug
  })
}

/** Saves what is written of a film and who made it, unless somebody saved it since. Answers whether anything changed. */
export async function editFilm(
  ctx: Context,
  { seen, details, credits, newcomers = [] }: Written & { seen: OneFilm },
): Promise<boolean> {
  const { id, eventId, slug } = seen
  await requireEventRight(ctx, 'event.edit', eventId)
  return withTransaction(async (tx) => {
    await lockEvent(tx, eventId)
    const own = and(eq(film.id, id), eq(film.eventId, eventId), isNull(film.removedAt))
    const [before] = await tx.select().from(film).where(own)
    if (!before) throw new Refusal('film-missing', 'missing')
    if (before.revision !== seen.revision) throw new SavedByOther(await getFilm(eventId, slug))
    const next = await nextOf(ctx, tx, eventId, before, details)
    const fields = (Object.keys(next) as (keyof WrittenFilm)[]).filter(
      (field) => !sameValue(before[field], next[field]),
    )
    const known = seen.credits.map(({ role, personId }) => ({ role, personId }))
    const isRecast = !sameValue(known, credits)
    if (fields.length === 0 && !isRecast) return false
    await tx
      .update(film)
      .set({ ...next, revision: before.revision + 1 })
      .where(own)
    if (isRecast) await writeCredits(ctx, tx, { eventId, filmId: id, credits, newcomers })
    await told(
      ctx,
      'film.edited',
      { id, eventId, ...next },
      {
        fields: isRecast ? [...fields, 'credits'] : fields,
        changes: changesOf(fields, { ...before }, { ...next }),
      },
    )
    return true
  })
}

async function nextOf(
  ctx: Context,
  tx: Transaction,
  eventId: string,
  before: WrittenFilm | null,
  details: FilmDetails,
): Promise<WrittenFilm> {
  const { title, sectionId } = details
  if (!title.vi && !title.en && !details.originalTitle) throw new Refusal('film-title-missing', 'invalid')
  if (sectionId !== null) {
    const own = and(eq(section.id, sectionId), eq(section.eventId, eventId))
    if ((await tx.$count(section, own)) === 0) throw new Refusal('section-missing', 'missing')
  }
  return writtenAfter(ctx, before, details)
}

/** What is stored of a film after somebody wrote this of it. */
export function writtenAfter(
  ctx: Context,
  before: Pick<WrittenFilm, 'title' | 'synopsis'> | null,
  details: FilmDetails,
): WrittenFilm {
  const { title, synopsis } = details
  return writtenOf({
    ...details,
    title: edit(before?.title ?? {}, title, ctx.locale, title.confirmed),
    synopsis: edit(before?.synopsis ?? {}, synopsis, ctx.locale, synopsis.confirmed),
  })
}

/** A free address: the wanted one, or one of the film's title. */
export function filmSlug(
  { title, originalTitle }: Pick<WrittenFilm, 'title' | 'originalTitle'>,
  wanted: string,
  taken: ReadonlySet<string>,
): string {
  const named = slugOf(title.en || title.vi || originalTitle)
  return freeSlug(slugOf(wanted) || named || 'film', new Set([...taken, ...reserved]))
}

type OfFilm = Pick<Written, 'credits' | 'newcomers'> & { eventId: string; filmId: string }

async function writeCredits(
  ctx: Context,
  tx: Transaction,
  { eventId, filmId, credits, newcomers = [] }: OfFilm,
) {
  for (const newcomer of newcomers) await addPerson(ctx, { eventId, ...newcomer })
  await requireKnownPeople(ctx, tx, eventId, [...new Set(credits.map(({ personId }) => personId))])
  await tx.delete(filmCredit).where(eq(filmCredit.filmId, filmId))
  if (credits.length === 0) return
  const rows = credits.map((credit, at) => ({ ...credit, filmId, position: at + 1 }))
  await tx.insert(filmCredit).values(rows)
}

type Named = Pick<WrittenFilm, 'title' | 'originalTitle'> & { id: string; eventId: string }

/** Says who did what to a film, and that its event's pages are others now. */
export async function told(
  ctx: Context,
  verb: string,
  of: Named,
  details?: Record<string, unknown>,
): Promise<void> {
  const { id: subjectId, eventId } = of
  const subjectName = textIn(filmTitle(of), ctx.locale)
  await recordActivity(ctx, { verb, eventId, subjectId, subjectName, ...(details && { details }) })
  await pageChanged(pageTag.event(eventId), pageTag.home)
}
