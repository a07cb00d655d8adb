import { and, eq } from 'drizzle-orm'
import { changesOf } from '#app/features/events/domain/edit-changes.ts'
import { lockEvent } from '#app/features/events/domain/event-lock.server.ts'
import { getMailWords, type TypedWords } from '#app/features/mail/domain/own-words/mail-words.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { SavedByOther } from '#app/shared/errors.ts'
import { edit } from '#app/shared/i18n/translated-text.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import type { OwnWordKind } from '#app/shared/vocabulary.ts'
import { mailWords } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'

type WordsEdit = { eventId: string; kind: OwnWordKind; revision: number; words: TypedWords }

/**
 * Writes what a kind of mail says of an event from its next sending on; empty texts bring the standard words back.
 * Refuses (saved by other) when it is not as the form saw it. Answers whether anything changed.
 */
export async function editMailWords(
  ctx: Context,
  { eventId, kind, revision, words }: WordsEdit,
): Promise<boolean> {
  await requireEventRight(ctx, 'event.edit', eventId)
  return withTransaction(async (tx) => {
    await lockEvent(tx, eventId)
    const before = await getMailWords(eventId, kind)
    if (before.revision !== revision) throw new SavedByOther(before)
    const next = {
      subject: edit(before.subject, words.subject, ctx.locale, words.subject.confirmed),
      opening: edit(before.opening, words.opening, ctx.locale, words.opening.confirmed),
    }
    const fields = (['subject', 'opening'] as const).filter((name) => !sameValue(before[name], next[name]))
    if (fields.length === 0) return false
    const row = { eventId, kind, ...next }
    if (isEmpty(next.subject) && isEmpty(next.opening)) {
      await tx.delete(mailWords).where(and(eq(mailWords.eventId, eventId), eq(mailWords.kind, kind)))
    } else {
      await tx
        .insert(mailWords)
        .values(row)
        .onConflictDoUpdate({
          target: [mailWords.eventId, mailWords.kind],
          set: { ...next, revision: revision + 1 },
        })
    }
    await recordActivity(ctx, {
      verb: 'mail-words.edited',
      eventId,
      details: { kind, fields, changes: changesOf(fields, before, next) },
    })
    return true
  })
}

const isEmpty = ({ vi, en }: { vi?: string; en?: string }) => !vi && !en
