import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import type { Locale, RecapText } from '#app/shared/vocabulary.ts'
import type { Transaction } from '#db/client.server.ts'
import { note, recap, recapMaterial, recapText } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { textFingerprint } from './recap-draft.server.ts'
import { cleanDoc } from './rich-text.ts'

/** Chooses what the recap is made of, in this order; refuses notes of another event and those that were removed. */
export async function chooseMaterial(
  ctx: Context,
  { eventId, noteIds }: { eventId: string; noteIds: string[] },
): Promise<void> {
  await requireEventRight(ctx, 'recap.edit', eventId)
  const ids = [...new Set(noteIds)]
  await withTransaction(async (tx) => {
    await lockRecap(tx, eventId)
    const own = ids.length
      ? await tx.$count(note, and(eq(note.eventId, eventId), inArray(note.id, ids), isNull(note.removedAt)))
      : 0
    if (own < ids.length) throw new Refusal('note-missing', 'missing')
    await tx.delete(recapMaterial).where(eq(recapMaterial.eventId, eventId))
    const rows = ids.map((noteId, index) => ({ eventId, noteId, position: index + 1 }))
    if (rows.length > 0) await tx.insert(recapMaterial).values(rows)
  })
}

type Save = {
  eventId: string
  kind: RecapText
  locale: Locale
  /** What the editor saw; 0 when there was no such text. */
  revision: number
  title: string
  lead: string
  /** From an editor: cut down to what a recap may hold. */
  doc: unknown
}
type Stored = typeof recapText.$inferSelect
export type SavedText = { done: true; revision: number } | { done: false; stored: Stored }

/**
 * Writes a text of the recap. A translation is then made from the other one as that stands. When somebody saved in
 * between nothing is done, and what they saved is given.
 */
export async function saveRecapText(ctx: Context, save: Save): Promise<SavedText> {
  const { eventId, kind, locale, revision, title, lead } = save
  await requireEventRight(ctx, 'recap.edit', eventId)
  const doc = cleanDoc(save.doc)
  return withTransaction(async (tx) => {
    await lockRecap(tx, eventId)
    const rows = await tx
      .select()
      .from(recapText)
      .where(and(eq(recapText.eventId, eventId), eq(recapText.kind, kind)))
    const before = rows.find((row) => row.locale === locale)
    const other = rows.find((row) => row.locale !== locale)
    if ((before?.revision ?? 0) !== revision && before) return { done: false, stored: before }
    // The text that was there first is the original: it is made from nothing.
    const isOriginal = before ? before.madeFrom === null : other === undefined
    const madeFrom = isOriginal || !other ? null : textFingerprint(other)
    const columns = { title, lead, doc, madeFrom, updatedAt: ctx.now }
    const at = and(eq(recapText.eventId, eventId), eq(recapText.kind, kind), eq(recapText.locale, locale))
    if (before)
      await tx
        .update(recapText)
        .set({ ...columns, revision: sql`${recapText.revision} + 1` })
        .where(at)
    else await tx.insert(recapText).values({ eventId, kind, locale, ...columns })
    return { done: true, revision: before ? before.revision + 1 : 1 }
  })
}

/** The recap's row, made when there is none, and held until the transaction ends. */
export async function lockRecap(tx: Transaction, eventId: string) {
  await tx.insert(recap).values({ eventId }).onConflictDoNothing()
  const [row] = await tx.select().from(recap).where(eq(recap.eventId, eventId)).for('no key update')
  if (!row) throw new Error('A recap was inserted without a row')
  return row
}
