import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { lockRegistration } from '../lifecycle/locked-registration.server.ts'
import { findKnownAddress, queueAddressProof } from '../links/ask-address-change.server.ts'
import { emailKey } from '../links/email-key.ts'
import { isWrittenTo } from '../links/written-to.ts'

/**
 * An organizer asks for another address in the guest's place: a link goes there, and nothing changes before it is opened,
 * for a slip would hand the registration to a stranger. An address that is registered already is refused with its `id`.
 */
export async function askGuestAddress(
  ctx: Context,
  { eventId, registrationId, email }: { eventId: string; registrationId: string; email: string },
): Promise<void> {
  await requireEventRight(ctx, 'registrations.manage', eventId)
  await countAttempt(`guest-address:${registrationId}`, { limit: 10, seconds: 3600 })
  await withTransaction(async () => {
    const { row } = await lockRegistration(eventId, registrationId)
    if (!isWrittenTo(row.state)) throw new Refusal('state-changed', 'state', { state: row.state })
    if (emailKey(email) === row.emailKey) throw new Refusal('address-same', 'invalid')
    const known = await findKnownAddress(eventId, email)
    if (known) throw new Refusal('registered-already', 'state', { id: known.id })
    await queueAddressProof(ctx, row, email)
    const subject = { subjectId: row.id, subjectName: row.name }
    await recordActivity(ctx, { verb: 'registration.address-asked', eventId, ...subject })
  })
}
