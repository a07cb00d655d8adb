import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Newcomer } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { requireKnownPeople } from '#app/features/agenda/domain/draft/known-people.server.ts'
import { lockEvent } from '#app/features/events/domain/event-lock.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { edit, type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import type { Transaction } from '#db/client.server.ts'
import { award, awardWinner, film, section } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { getAward, type ListedAward } from './awards.server.ts'

type TypedText = { vi: string; en: string; confirmed?: boolean }
export type WinnerDetails = {
  filmId: string | null
  personId: string | null
  citation: TypedText
}
export type AwardDetails = {
  sectionId: string | null
  name: TypedText
  /** Its place among the others of its section; behind them where none is given. */
  position: number | null
  winners: readonly WinnerDetails[]
}
type Written = { details: AwardDetails; newcomers?: readonly Newcomer[] }

/** Adds an award to an edition, with who won it where that is known. */
export async function addAward(
  ctx: Context,
  { eventId, details, newcomers = [] }: Written & { eventId: string },
): Promise<string> {
  await requireEventRight(ctx, 'event.edit', eventId)
  return withTransaction(async (tx) => {
    await lockEvent(tx, eventId)
    await requireOwn(tx, eventId, details)
    const others = await tx.select({ position: award.position }).from(award).where(eq(award.eventId, eventId))
    const last = Math.max(0, ...others.map((one) => one.position))
    const name = edit({}, details.name, ctx.locale)
    const position = details.position ?? last + 1
    const [added] = await tx
      .insert(award)
      .values({ eventId, name, position, sectionId: details.sectionId, createdAt: ctx.now })
      .returning()
    if (!added) throw new Error('An award was inserted without a row')
    await writeWinners(ctx, tx, added, { details, newcomers, before: [] })
    await told(ctx, 'award.added', added)
    return added.id
  })
}

/** Saves an award and who won it, unless somebody saved it since. Answers whether anything changed. */
export async function editAward(
  ctx: Context,
  { seen, details, newcomers = [] }: Written & { seen: ListedAward },
): Promise<boolean> {
  const { id, eventId } = seen
  await requireEventRight(ctx, 'event.edit', eventId)
  return withTransaction(async (tx) => {
    await lockEvent(tx, eventId)
    const now = await getAward(eventId, id)
    if (now.revision !== seen.revision) throw new SavedByOther(now)
    await requireOwn(tx, eventId, details)
    const next = {
      sectionId: details.sectionId,
      name: edit(now.name, details.name, ctx.locale, details.name.confirmed),
      position: details.position ?? now.position,
    }
    const was = now.winners.map((one) => ({
      filmId: one.film?.id ?? null,
      personId: one.person?.id ?? null,
      citation: one.citation,
    }))
    const winners = written(ctx, details.winners, was)
    const { sectionId, name, position } = now
    if (sameValue([next, winners], [{ sectionId, name, position }, was])) return false
    await tx
      .update(award)
      .set({ ...next, revision: now.revision + 1 })
      .where(eq(award.id, id))
    await writeWinners(ctx, tx, { id, eventId }, { details, newcomers, before: was })
    await told(ctx, 'award.edited', { id, eventId, name: next.name })
    return true
  })
}

/** Takes an award away, with who won it. */
export async function removeAward(
  ctx: Context,
  { eventId, awardId }: { eventId: string; awardId: string },
): Promise<void> {
  await requireEventRight(ctx, 'event.edit', eventId)
  await withTransaction(async (tx) => {
    await lockEvent(tx, eventId)
    const { id, name } = await getAward(eventId, awardId)
    // Before what they belong to: taken back in the opposite order.
    await tx.delete(awardWinner).where(eq(awardWinner.awardId, id))
    await tx.delete(award).where(eq(award.id, id))
    await told(ctx, 'award.removed', { id, eventId, name })
  })
}

type StoredWinner = { filmId: string | null; personId: string | null; citation: TranslatedText }

function written(ctx: Context, winners: readonly WinnerDetails[], before: readonly StoredWinner[]) {
  return winners.map(
    ({ filmId, personId, citation }, at): StoredWinner => ({
      filmId,
      personId,
      citation: edit(before[at]?.citation ?? {}, citation, ctx.locale, citation.confirmed),
    }),
  )
}

type Winning = Required<Written> & { before: readonly StoredWinner[] }

async function writeWinners(
  ctx: Context,
  tx: Transaction,
  { id, eventId }: { id: string; eventId: string },
  { details, newcomers, before }: Winning,
) {
  for (const newcomer of newcomers) await addPerson(ctx, { eventId, ...newcomer })
  const people = details.winners.flatMap(({ personId }) => personId ?? [])
  await requireKnownPeople(ctx, tx, eventId, [...new Set(people)])
  await tx.delete(awardWinner).where(eq(awardWinner.awardId, id))
  const rows = written(ctx, details.winners, before)
  if (rows.length === 0) return
  await tx.insert(awardWinner).values(rows.map((one, at) => ({ ...one, awardId: id, position: at + 1 })))
}

/** Section and films must be this event's own: the foreign keys alone would take a neighbour's. */
async function requireOwn(tx: Transaction, eventId: string, { name, sectionId, winners }: AwardDetails) {
  if (!name.vi && !name.en) throw new Refusal('award-name-missing', 'invalid')
  if (sectionId !== null) {
    const own = and(eq(section.id, sectionId), eq(section.eventId, eventId))
    if ((await tx.$count(section, own)) === 0) throw new Refusal('section-missing', 'missing')
  }
  const ids = [...new Set(winners.flatMap(({ filmId }) => filmId ?? []))]
  if (ids.length === 0) return
  const own = and(eq(film.eventId, eventId), inArray(film.id, ids), isNull(film.removedAt))
  if ((await tx.$count(film, own)) < ids.length) throw new Refusal('film-missing', 'missing')
}

type Named = { id: string; eventId: string; name: TranslatedText }

async function told(ctx: Context, verb: string, { id: subjectId, eventId, name }: Named) {
  await recordActivity(ctx, { verb, eventId, subjectId, subjectName: textIn(name, ctx.locale) })
  await pageChanged(pageTag.event(eventId))
}
