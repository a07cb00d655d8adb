import { and, asc, eq, inArray, max } from 'drizzle-orm'
import { listJudgedNotes } from '#app/features/notes/domain/stored-notes.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn, write } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import type { Locale, RecapText } from '#app/shared/vocabulary.ts'
import { recapMaterial, recapText, recording, session, slides } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { recapSources } from './recap-draft.server.ts'
import { renewPassages } from './renew-passages.ts'
import { chooseMaterial, lockRecap, saveRecapText } from './write-recap.server.ts'

export const materialMoves = ['add', 'remove', 'earlier', 'later'] as const
export type MaterialMove = (typeof materialMoves)[number]

/** Puts a note among the material, takes it out, or moves it one place; at the edge it stays. */
export async function moveMaterial(
  ctx: Context,
  { eventId, noteId, move }: { eventId: string; noteId: string; move: MaterialMove },
): Promise<void> {
  await requireEventRight(ctx, 'recap.edit', eventId)
  await withTransaction(async (tx) => {
    await lockRecap(tx, eventId)
    const rows = await tx
      .select({ noteId: recapMaterial.noteId })
      .from(recapMaterial)
      .where(eq(recapMaterial.eventId, eventId))
      .orderBy(asc(recapMaterial.position))
    const order = rows.map((row) => row.noteId)
    const at = order.indexOf(noteId)
    if (at >= 0) order.splice(at, 1)
    if (move === 'add') order.splice(at < 0 ? order.length : at, 0, noteId)
    if (move === 'earlier' && at >= 0) order.splice(Math.max(0, at - 1), 0, noteId)
    if (move === 'later' && at >= 0) order.splice(at + 1, 0, noteId)
    await chooseMaterial(ctx, { eventId, noteIds: order })
  })
}

/** Gives the passages of a note in a text the words that the note has now; what may not be read any more goes. */
export async function renewText(
  ctx: Context,
  at: { eventId: string; kind: RecapText; locale: Locale; noteId: string },
): Promise<void> {
  const { eventId, kind, locale, noteId } = at
  await requireEventRight(ctx, 'recap.edit', eventId)
  await withTransaction(async (tx) => {
    await lockRecap(tx, eventId)
    const [found] = await tx
      .select()
      .from(recapText)
      .where(and(eq(recapText.eventId, eventId), eq(recapText.kind, kind), eq(recapText.locale, locale)))
    if (!found) throw new Refusal('recap-missing', 'missing')
    const doc = renewPassages(
      found.doc,
      locale,
      noteId,
      recapSources(await listJudgedNotes(eventId)).get(noteId),
    )
    const { revision, title, lead } = found
    await saveRecapText(ctx, { eventId, kind, locale, revision, title, lead, doc })
  })
}

/** A recording that lies elsewhere; `url` is a web address. */
export async function addRecording(
  ctx: Context,
  { eventId, title, url }: { eventId: string; title: { vi: string; en: string }; url: string },
): Promise<void> {
  await requireEventRight(ctx, 'recap.edit', eventId)
  await withTransaction(async (tx) => {
    await lockRecap(tx, eventId)
    const [last] = await tx
      .select({ position: max(recording.position) })
      .from(recording)
      .where(eq(recording.eventId, eventId))
    const position = (last?.position ?? 0) + 1
    const words = write(title, ctx.locale)
    await tx.insert(recording).values({ eventId, url, title: words, position, createdAt: ctx.now })
    const subjectName = textIn(words, 'vi')
    await recordActivity(ctx, { verb: 'recording.added', eventId, subjectId: eventId, subjectName })
  })
}

export async function removeRecording(
  ctx: Context,
  { eventId, recordingId }: { eventId: string; recordingId: string },
): Promise<void> {
  await requireEventRight(ctx, 'recap.edit', eventId)
  await database()
    .delete(recording)
    .where(and(eq(recording.id, recordingId), eq(recording.eventId, eventId)))
}

/** Opens a speaker's slides to everybody with the next version, or closes them at once. */
export async function openSlides(
  ctx: Context,
  { eventId, slidesId, isPublic }: { eventId: string; slidesId: string; isPublic: boolean },
): Promise<void> {
  await requireEventRight(ctx, 'recap.publish', eventId)
  const own = database().select({ id: session.id }).from(session).where(eq(session.eventId, eventId))
  await withTransaction(async (tx) => {
    const done = await tx
      .update(slides)
      .set({ isPublic })
      .where(and(eq(slides.id, slidesId), inArray(slides.sessionId, own)))
      .returning({ id: slides.id })
    if (done.length === 0) throw new Refusal('slides-missing', 'missing')
    await pageChanged(pageTag.event(eventId))
  })
}
