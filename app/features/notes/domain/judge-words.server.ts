import { and, eq, sql } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import type { AnswerWay, ApprovalVerdict, Locale } from '#app/shared/vocabulary.ts'
import type { Transaction } from '#db/client.server.ts'
import { note, noteApproval } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'

export type Judged = {
  eventId: string
  noteId: string
  locale: Locale
  /** The words as the judge saw them: an approval is for these alone. */
  words: string
  verdict: ApprovalVerdict
}

/** An organizer speaks for the person whose words they are, and says why; needs the right to approve. */
export async function judgeForPerson(ctx: Context, judged: Judged & { reason: string }): Promise<void> {
  await requireEventRight(ctx, 'notes.approve', judged.eventId)
  if (!judged.reason.trim()) throw new Refusal('approval-reason-missing', 'invalid')
  if (ctx.actor.kind === 'visitor') throw new Refusal('sign-in-needed', 'rights')
  await withTransaction((tx) => writeVerdict(ctx, tx, { ...judged, way: 'organizer' }))
}

type Written = Judged & { way: AnswerWay; reason?: string }

/**
 * Writes a verdict about the words of a note as they stand; refused when they are others by now, with the words that
 * stand there. Public pages of the event are made anew. The caller has made sure who the judge is.
 */
export async function writeVerdict(ctx: Context, tx: Transaction, given: Written): Promise<void> {
  const { eventId, noteId, locale, words, verdict, way, reason = '' } = given
  const [found] = await tx
    .select()
    .from(note)
    .where(and(eq(note.id, noteId), eq(note.eventId, eventId)))
    .for('no key update')
  if (!found || found.removedAt) throw new Refusal('note-missing', 'missing')
  const stands = found.text[locale] ?? ''
  if (!stands || stands !== words) throw new Refusal('words-changed', 'state', { words: stands })
  const accountId = ctx.actor.kind === 'account' ? ctx.actor.accountId : null
  const actorName = ctx.actor.kind === 'visitor' ? '' : ctx.actor.name
  await tx.insert(noteApproval).values({
    noteId,
    locale,
    words,
    verdict,
    way,
    reason: reason.trim(),
    accountId,
    actorName,
    // Two verdicts of one moment are still one after the other.
    at: sql`clock_timestamp()`,
  })
  await pageChanged(pageTag.event(eventId))
  const subjectName = textIn(found.text, 'vi').slice(0, 80)
  await recordActivity(ctx, {
    verb: `words.${verdict}`,
    eventId,
    subjectId: noteId,
    subjectName,
    details: { locale },
  })
}
