import { and, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { ensureSpeaking } from '#app/features/invitations/domain/speaking-link.server.ts'
import { reminderIsOwed } from '#app/features/mail/domain/facts/owed-reminder.ts'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import type { Context } from '#app/shared/context.ts'
import { event, note, person } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { lettersTo } from './ask-for-words.server.ts'

const batch = 100

/**
 * Mails the owners of open actions once a week from three days before the day they are due; those without a day are
 * left alone. The day is that of the event's own calendar. Words off the record are in no mail, and all are read again
 * when the mail leaves. Answers how many actions were told of.
 */
export async function remindOfActions(ctx: Context): Promise<number> {
  return withTransaction(async (tx) => {
    const due = await tx
      .select({ id: note.id, eventId: note.eventId, owner: person })
      .from(note)
      .innerJoin(event, eq(event.id, note.eventId))
      .innerJoin(person, sql`${person.id} = (select p.kept_id from person p where p.id = ${note.ownerId})`)
      .where(
        and(
          reminderIsOwed,
          isNull(event.cancelledAt),
          isNotNull(person.email),
          sql`${note.dueOn} <= (${ctx.now.toISOString()}::timestamptz at time zone ${event.timeZone})::date + 3`,
          or(
            isNull(note.remindedAt),
            sql`${note.remindedAt} < ${ctx.now.toISOString()}::timestamptz - interval '7 days'`,
          ),
        ),
      )
      .orderBy(note.id)
      .limit(batch)
      .for('no key update', { of: note, skipLocked: true })
    for (const { id, eventId, owner } of due) {
      await ensureSpeaking(tx, eventId, [owner.id])
      await queueMail(
        ...lettersTo(owner, { eventId, kind: 'action-reminder', facts: { action: { noteId: id } } }),
      )
    }
    const ids = due.map((one) => one.id)
    if (ids.length > 0) await tx.update(note).set({ remindedAt: ctx.now }).where(inArray(note.id, ids))
    return due.length
  })
}
