import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { lockEventForNotices, lockSpeakerInvitation, owedNotice } from './invitation-desk.server.ts'
import type { Notice } from './plan-notices.ts'
import { sendNotices } from './send-notices.server.ts'

type Pair = { eventId: string; personId: string; sessionId: string }

/** Tells a person what the newest version says and they were not told: an invitation, a change, or an end. */
export async function askSpeaker(ctx: Context, { eventId, ...pair }: Pair): Promise<Notice['kind']> {
  await requireEventRight(ctx, 'agenda.edit', eventId)
  return withTransaction(async (tx) => {
    await lockEventForNotices(tx, eventId)
    const notice = await owedNotice(eventId, { ...pair, now: ctx.now })
    if (!notice) throw new Refusal('invitation-current', 'state')
    return tell(ctx, tx, eventId, notice)
  })
}

/** Asks somebody once more who declined, or whose invitation was taken back: the same UID, a higher SEQUENCE. */
export async function inviteAgain(
  ctx: Context,
  { eventId, invitationId }: { eventId: string; invitationId: string },
): Promise<Notice['kind']> {
  await requireEventRight(ctx, 'agenda.edit', eventId)
  return withTransaction(async (tx) => {
    await lockEventForNotices(tx, eventId)
    const stored = await lockSpeakerInvitation(tx, eventId, invitationId)
    if (!stored.cancelledAt && stored.answer !== 'declined') throw new Refusal('invitation-stands', 'state')
    const notice = await owedNotice(eventId, { ...stored, now: ctx.now, anew: true })
    if (!notice) throw new Refusal('not-in-agenda', 'state')
    return tell(ctx, tx, eventId, notice)
  })
}

async function tell(
  ctx: Context,
  tx: Parameters<typeof sendNotices>[1],
  eventId: string,
  notice: Notice,
): Promise<Notice['kind']> {
  const { told } = await sendNotices(ctx, tx, { eventId, notices: [notice] })
  if (told === 0) throw new Refusal('address-missing', 'state')
  await recordActivity(ctx, {
    verb: 'invitation.sent',
    eventId,
    subjectId: notice.personId,
    subjectName: notice.to.name,
    details: { kind: notice.kind, sessionId: notice.sessionId },
  })
  return notice.kind
}
