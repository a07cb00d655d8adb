import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { locales } from '#app/shared/vocabulary.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { isWritten } from './recipients.ts'
import { lockDraft } from './save-draft.server.ts'

/** Mails the draft to the organizer who asks, once in each language, marked as a test. */
export async function testAnnouncement(
  ctx: Context,
  { eventId, id }: { eventId: string; id: string },
): Promise<{ email: string }> {
  await requireEventRight(ctx, 'outbox.send', eventId)
  const { actor } = ctx
  if (actor.kind !== 'account') throw new Refusal('sign-in-needed', 'rights')
  await countAttempt(`announcement-test:${actor.accountId}`, { limit: 20, seconds: 3600 })
  await withTransaction(async (tx) => {
    const draft = await lockDraft(tx, eventId, id)
    if (!isWritten(draft)) throw new Refusal('announcement-unwritten', 'state')
    const to = { recipientName: actor.name, recipientEmail: actor.email, eventId }
    const facts = { announcement: { id, to: 'registered' as const, isTest: true } }
    await queueMail(...locales.map((locale) => ({ kind: 'announcement' as const, locale, ...to, facts })))
    await recordActivity(ctx, {
      verb: 'announcement.tested',
      eventId,
      subjectId: id,
      subjectName: textIn(draft.subject, ctx.locale),
    })
  })
  return { email: actor.email }
}
