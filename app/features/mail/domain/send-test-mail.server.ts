import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { queueMail } from './queue-mail.server.ts'

/** Mails the organizer who asks for it, the way the event's mails go: to see that they arrive. */
export async function sendTestMail(
  ctx: Context,
  { eventId }: { eventId: string },
): Promise<{ email: string }> {
  await requireEventRight(ctx, 'outbox.send', eventId)
  const { actor } = ctx
  if (actor.kind !== 'account') throw new Refusal('sign-in-needed', 'rights')
  await countAttempt(`test-mail:${actor.accountId}`, { limit: 10, seconds: 3600 })
  const to = { locale: ctx.locale, recipientName: actor.name, recipientEmail: actor.email }
  await withTransaction(async () => {
    await queueMail({ kind: 'test', eventId, ...to })
    await recordActivity(ctx, {
      verb: 'mail.tested',
      eventId,
      subjectId: actor.accountId,
      subjectName: actor.name,
    })
  })
  return { email: actor.email }
}
