import { eq } from 'drizzle-orm'
import {
  type AttendeePage,
  getAttendeePage,
} from '#app/features/registration/domain/links/attendee-page.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { sameValue } from '#app/shared/same-value.ts'
import { event, registration, securityEntry } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import type { SecurityField } from './security-list.ts'
import { isAsking, type SecurityList, securityListOf } from './security-list.ts'
import { getSecurityGuest } from './security-rows.server.ts'

/** What the list says of one guest: the name on the document, and what else is asked. */
export type SecurityDetails = { documentName: string; given: Partial<Record<SecurityField, string>> }

type Guest = { id: string; name: string; affiliation: string; eventId: string }

/** What is stored of a guest; as long as nothing is, what the registration says. */
export async function getDetails({
  id,
  name,
  affiliation,
}: Omit<Guest, 'eventId'>): Promise<SecurityDetails> {
  const [found] = await database()
    .select({ documentName: securityEntry.documentName, given: securityEntry.given })
    .from(securityEntry)
    .where(eq(securityEntry.registrationId, id))
  return found ?? { documentName: name, given: { affiliation } }
}

/** What is asked of a guest with a seat, and whether they have said it; null when nothing is. */
export async function findSecurityAsked({ registration: guest, event: at }: AttendeePage) {
  const list = securityListOf(at)
  if (!isAsking(list, new Date())) return null
  const isGiven = (await database().$count(securityEntry, eq(securityEntry.registrationId, guest.id))) > 0
  return { list, isGiven }
}

/** A guest says who they are for the venue's security, or corrects it. Answers whether anything changed. */
export async function giveOwnDetails(
  ctx: Context,
  token: string,
  details: SecurityDetails,
): Promise<boolean> {
  const { registration: guest } = await getAttendeePage(token)
  return save(ctx, guest, { verb: 'security.given', details })
}

/** An organizer corrects it, unless it is no longer what they saw. Answers whether anything changed. */
export async function correctDetails(
  ctx: Context,
  of: { eventId: string; registrationId: string },
  { seen, details }: { seen: SecurityDetails; details: SecurityDetails },
): Promise<boolean> {
  const guest = await getSecurityGuest(ctx, of.eventId, of.registrationId)
  return save(ctx, guest, { verb: 'security.corrected', details, seen })
}

type Saving = { verb: string; details: SecurityDetails; seen?: SecurityDetails }

async function save(ctx: Context, guest: Guest, { verb, details, seen }: Saving): Promise<boolean> {
  return withTransaction(async (tx) => {
    // Deleted under the same lock: nothing is written behind the list's back.
    const [at] = await tx.select().from(event).where(eq(event.id, guest.eventId)).for('share')
    const list = at ? securityListOf(at) : null
    if (!isAsking(list, ctx.now)) throw new Refusal('security-not-asked', 'state')
    const [row] = await tx.select().from(registration).where(eq(registration.id, guest.id)).for('update')
    if (row?.state !== 'confirmed') throw new Refusal('state-changed')
    const before = asked(list, await getDetails(guest))
    if (seen && !sameValue(before, asked(list, seen))) throw new SavedByOther(before)
    const { documentName, given } = asked(list, details)
    const stored = await tx.$count(securityEntry, eq(securityEntry.registrationId, guest.id))
    // The same as the registration says is a guest's answer too, who looked at it; of an organizer's it is none.
    if ((stored > 0 || seen) && sameValue(before, { documentName, given })) return false
    await tx
      .insert(securityEntry)
      .values({ registrationId: guest.id, documentName, given, updatedAt: ctx.now })
      .onConflictDoUpdate({
        target: securityEntry.registrationId,
        set: { documentName, given, updatedAt: ctx.now },
      })
    // That it was given, not what.
    await recordActivity(ctx, {
      verb,
      eventId: guest.eventId,
      subjectId: guest.id,
      subjectName: guest.name,
    })
    return true
  })
}

/** Of what was typed, what is asked: the rest is nobody's business. */
function asked({ asks }: SecurityList, { documentName, given }: SecurityDetails): SecurityDetails {
  return {
    documentName,
    given: Object.fromEntries(asks.flatMap((field) => (given[field] ? [[field, given[field]]] : []))),
  }
}
