import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { ensureSpeaking } from '#app/features/invitations/domain/speaking-link.server.ts'
import { type NewMail, queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { actorColumns, recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { announcement, announcementRecipient } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { listAudience } from './audience.server.ts'
import { isWritten, planRecipients, type Recipient } from './recipients.ts'
import { lockDraft } from './save-draft.server.ts'

// PostgreSQL takes 65,535 parameters in a statement.
const batch = 2000

/**
 * Writes a mail to everybody whom the draft is for, each address once, and shows it to readers where that was wished; for
 * acts, which hold the mails and take all of it back. Refuses what was sent already, is unwritten or is for nobody.
 */
export async function sendAnnouncement(
  ctx: Context,
  { eventId, id }: { eventId: string; id: string },
): Promise<{ mails: number }> {
  await requireEventRight(ctx, 'outbox.send', eventId)
  return withTransaction(async (tx) => {
    const draft = await lockDraft(tx, eventId, id)
    if (!isWritten(draft)) throw new Refusal('announcement-unwritten', 'state')
    const plan = planRecipients(await listAudience(eventId, draft.audience))
    if (plan.recipients.length === 0) throw new Refusal('announcement-nobody', 'state')
    await tx
      .update(announcement)
      .set({
        sentAt: ctx.now,
        sentByName: actorColumns(ctx).actorName,
        sameAddress: plan.sameAddress.length,
        withoutAddress: plan.withoutAddress.length,
        revision: draft.revision + 1,
      })
      .where(eq(announcement.id, id))
    const speakers = plan.recipients.flatMap(({ speaking }) => (speaking ? [speaking.personId] : []))
    await ensureSpeaking(tx, eventId, speakers)
    const mails: NewMail[] = []
    for (let at = 0; at < plan.recipients.length; at += batch)
      mails.push(...(await writeDown(tx, { eventId, id }, plan.recipients.slice(at, at + batch))))
    await queueMail(...mails)
    await recordActivity(ctx, {
      verb: 'announcement.sent',
      eventId,
      subjectId: id,
      subjectName: textIn(draft.subject, ctx.locale),
      details: { mails: mails.length },
    })
    if (draft.isPublic) await pageChanged(pageTag.event(eventId))
    return { mails: mails.length }
  })
}

/** The recipients as rows, and a mail for each that was not among them before: the unique key is the last to say who. */
async function writeDown(
  tx: Transaction,
  { eventId, id }: { eventId: string; id: string },
  recipients: readonly Recipient[],
): Promise<NewMail[]> {
  const rows = recipients.map(({ emailKey, name, locale, group, registrationId }) => ({
    id: randomUUID(),
    announcementId: id,
    emailKey,
    name,
    locale,
    group,
    registrationId,
  }))
  const written = await tx
    .insert(announcementRecipient)
    .values(rows)
    .onConflictDoNothing({ target: [announcementRecipient.announcementId, announcementRecipient.emailKey] })
    .returning({ id: announcementRecipient.id, emailKey: announcementRecipient.emailKey })
  const idOf = new Map(written.map((row) => [row.emailKey, row.id]))
  return recipients.flatMap((one): NewMail[] => {
    const recipientId = idOf.get(one.emailKey)
    return recipientId ? [mailTo(one, { eventId, id, recipientId })] : []
  })
}

type Sent = { eventId: string; id: string; recipientId: string }

function mailTo({ group, name, email, locale, registrationId, speaking }: Recipient, sent: Sent): NewMail {
  return {
    kind: 'announcement',
    locale,
    recipientName: name,
    recipientEmail: email,
    announcementRecipientId: sent.recipientId,
    facts: { announcement: { id: sent.id, to: group }, ...(speaking && { speaking }) },
    // Organizers of one body do not read in an outbox who belongs to another.
    ...(group !== 'hosts' && { eventId: sent.eventId }),
    ...(registrationId && { registrationId }),
  }
}
