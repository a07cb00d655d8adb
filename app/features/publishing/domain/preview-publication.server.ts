import { eq, sql } from 'drizzle-orm'
import { lockEvent } from '#app/features/events/domain/event-lock.server.ts'
import { findMailBasis } from '#app/features/mail/domain/facts/mail-basis.server.ts'
import { previewMail } from '#app/features/mail/domain/preview-mail.server.ts'
import type { Context } from '#app/shared/context.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { invitation, outbox } from '#db/schema/index.ts'
import { inTransaction, withTransaction } from '#db/transaction.server.ts'
import { planPublication } from './publication-plan.server.ts'
import { restoreDraft } from './restore-draft.server.ts'
import { sendPublicationMails } from './send-publication-mails.server.ts'

/** Beyond so many, only the mails of the person asked for are written out. */
const most = 60

/**
 * Everything that publishing would do now, and every mail that would go, word for word: it is done, read, and taken
 * back again. With `version`, what going back to that version would do.
 */
export async function previewPublication(
  ctx: Context,
  {
    eventId,
    version,
    person,
  }: { eventId: string; version?: number | undefined; person?: string | undefined },
) {
  await requireEventRight(ctx, 'agenda.edit', eventId)
  const { plan, rows, basis } = await rehearsed(async (tx) => {
    if (version !== undefined) await restoreDraft(ctx, { eventId, number: version })
    const plan = await planPublication(ctx, tx, await lockEvent(tx, eventId))
    await sendPublicationMails(ctx, tx, plan)
    const rows = await mailsOf(tx)
    return { plan, rows, basis: await findMailBasis(rows.map(mailOf)) }
  })
  const names = new Map(plan.notices.map((notice) => [notice.personId, notice.to.name]))
  const mails = []
  for (const row of rows) {
    const isWritten = rows.length <= most || row.personId === person
    const { text, failure } = isWritten ? await previewMail(row.mail, basis) : { text: null, failure: null }
    const { id, kind, locale, recipientName, recipientEmail } = row.mail
    mails.push({
      id,
      kind,
      locale,
      recipientName,
      recipientEmail,
      isWritten,
      failure,
      personId: row.personId,
      sessionId: row.sessionId,
      personName: names.get(row.personId ?? '') ?? recipientName,
      words: text && { subject: text.subject, text: text.text },
    })
  }
  return { plan, mails }
}

const mailOf = ({ mail }: { mail: typeof outbox.$inferSelect }) => mail

/** The mails that this very transaction wrote, in order of what they are about. */
function mailsOf(tx: Transaction) {
  // Whose part it is; the invitation may still stand in the name of a record that was merged into this one.
  const personId = sql<
    string | null
  >`coalesce(${outbox.facts} -> 'speaking' ->> 'personId', ${invitation.personId}::text)`
  return tx
    .select({ mail: outbox, personId, sessionId: invitation.sessionId })
    .from(outbox)
    .leftJoin(invitation, eq(invitation.id, outbox.invitationId))
    .where(sql`${outbox}.xmin = pg_current_xact_id()::xid`)
    .orderBy(sql`${outbox.facts} -> 'invited' -> 'sent' ->> 'startsAt'`, outbox.recipientName, outbox.id)
}

/** Does the work in a transaction of its own, and takes all of it back. */
async function rehearsed<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  if (inTransaction()) throw new Error('A rehearsal would take back what is around it')
  const undone = new Error('The rehearsal is over')
  const seen: T[] = []
  try {
    await withTransaction(async (tx) => {
      seen.push(await work(tx))
      throw undone
    })
  } catch (error) {
    if (error !== undone) throw error
  }
  return seen[0] as T
}
