import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import type { CalendarFacts } from '#app/features/mail/domain/facts/stored-facts.ts'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import { maskedAddress } from '#app/shared/masked-address.ts'
import type { Transaction } from '#db/client.server.ts'
import { addressChange, invitation, outbox, registration } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { type LockedRegistration, lockRegistration, step } from '../lifecycle/locked-registration.server.ts'
import { settleRegistrations } from '../seats/settle-registrations.server.ts'
import { findAddressChange } from './address-change.server.ts'
import { emailKey } from './email-key.ts'
import { newPersonalLink } from './personal-link.server.ts'
import { queueStateMail } from './remind-of-link.server.ts'
import { isWrittenTo } from './written-to.ts'

/**
 * The mailed link has come to its address, and its reader says yes: from now on everything goes there. The personal link
 * that the old address has dies at once, its calendar entry is withdrawn, and it gets a word. A seat that was held for the
 * proof of an address is theirs.
 */
export async function proveAddress(ctx: Context, link: string): Promise<{ tokenSalt: string }> {
  await countAttempt(`address-proof:${ctx.source}`, { limit: 60, seconds: 600 })
  const asked = await findAddressChange(ctx, link)
  if (!asked?.isOpen) throw new Refusal('address-link-gone')
  const { eventId, registrationId, email } = asked
  return withTransaction(async (tx) => {
    const locked = await lockRegistration(eventId, registrationId)
    const { row } = locked
    const [used] = await tx
      .update(addressChange)
      .set({ usedAt: ctx.now, email: '' })
      .where(and(eq(addressChange.id, asked.id), isNull(addressChange.usedAt)))
      .returning({ id: addressChange.id })
    if (!used || !isWrittenTo(row.state)) throw new Refusal('address-link-gone')
    const [twin] = await tx
      .select({ id: registration.id })
      .from(registration)
      .where(and(eq(registration.eventId, eventId), eq(registration.emailKey, emailKey(email))))
    if (twin && twin.id !== row.id) throw new Refusal('address-registered')
    const link = newPersonalLink()
    await tx
      .update(registration)
      .set({
        email,
        emailKey: emailKey(email),
        ...link,
        revision: sql`${registration.revision} + 1`,
        updatedAt: ctx.now,
      })
      .where(eq(registration.id, row.id))
    await redirectOwedMail(tx, row, email)
    const calendar = await withdrawEntry(ctx, tx, locked)
    await queueMail({
      kind: 'contact-changed',
      locale: row.locale,
      recipientName: row.name,
      recipientEmail: row.email,
      eventId,
      registrationId,
      facts: {
        contact: { what: 'attendee', name: row.name, address: maskedAddress(email) },
        ...(calendar && { calendar }),
      },
    })
    await tellState(ctx, { ...locked, row: { ...row, email } })
    const subject = { subjectId: row.id, subjectName: row.name }
    await recordActivity(ctx, { verb: 'registration.address-changed', eventId, ...subject })
    return { tokenSalt: link.tokenSalt }
  })
}

/** What waits to be sent would carry the new personal link to the old address. */
async function redirectOwedMail(tx: Transaction, row: LockedRegistration['row'], email: string) {
  await tx
    .update(outbox)
    .set({ recipientEmail: email })
    .where(
      and(
        eq(outbox.registrationId, row.id),
        eq(outbox.recipientEmail, row.email),
        ne(outbox.kind, 'contact-changed'),
        inArray(outbox.state, ['queued', 'sending']),
      ),
    )
}

/** The entry leaves the old calendar, and the next version is the new one's, in which nobody has answered yet. */
async function withdrawEntry(
  ctx: Context,
  tx: Transaction,
  { seats, row, invitation: sent }: LockedRegistration,
): Promise<CalendarFacts | null> {
  if (!sent || sent.cancelled || seats.event.endsAt <= ctx.now) return null
  const { uid, sequence } = sent
  await tx
    .update(invitation)
    .set({ sequence: sequence + 2, issuedAt: ctx.now, answer: 'needs-action', answeredAt: null })
    .where(eq(invitation.registrationId, row.id))
  return { method: 'CANCEL', uid, sequence: sequence + 1, issuedAt: ctx.now.toISOString() }
}

async function tellState(ctx: Context, locked: LockedRegistration): Promise<void> {
  const { state, addressAsked, offerExpiresAt, eventId, id } = locked.row
  if (state === 'offered' && addressAsked && offerExpiresAt && offerExpiresAt > ctx.now) {
    await settleRegistrations(ctx, eventId, [step(locked, 'confirmed', { by: 'attendee' })])
  } else await queueStateMail(eventId, id)
}
