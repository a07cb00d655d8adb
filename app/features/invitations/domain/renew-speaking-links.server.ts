import { and, eq } from 'drizzle-orm'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { speaking } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { listInvitees } from './invitations.server.ts'
import { keptOf } from './plan-notices.ts'
import { linkMails } from './send-speaking-link.server.ts'
import { type LinkHolder, linkHolders, renewLinksOf } from './speaking-link.server.ts'

/** An organizer ends the links of a speaker and an assistant; both get new ones by mail. */
export async function renewLinksOfSpeaker(
  ctx: Context,
  { eventId, personId }: { eventId: string; personId: string },
): Promise<void> {
  await requireEventRight(ctx, 'agenda.edit', eventId)
  const people = new Map((await listInvitees([personId])).map((one) => [one.id, one]))
  const kept = keptOf(personId, people)
  await renewSpeakingLinks(ctx, { eventId, personId: kept, holders: linkHolders })
}

type Renewal = {
  eventId: string
  personId: string
  holders: readonly LinkHolder[]
  /** The part whose link was used, where somebody merged away has one still. */
  partId?: string
}

/** Ends links at once: page, calendar file and feed. The caller has the right to it, by role or by link. */
export async function renewSpeakingLinks(
  ctx: Context,
  { eventId, personId, holders, partId }: Renewal,
): Promise<void> {
  await countAttempt(`renew-speaking-link:${eventId}:${personId}`, { limit: 5, seconds: 3600 })
  await withTransaction(async (tx) => {
    const [person] = (await listInvitees([personId])).filter((one) => one.id === personId)
    const mails = person ? linkMails(eventId, person, holders) : []
    // Without an address a new link would reach nobody, and the page would be lost.
    if (!person || mails.length === 0) throw new Refusal('address-missing', 'state')
    const own = and(eq(speaking.eventId, eventId), eq(speaking.personId, personId))
    const parts = await tx.select({ id: speaking.id }).from(speaking).where(own)
    const ids = new Set([...parts.map((part) => part.id), ...(partId ? [partId] : [])])
    for (const id of [...ids].sort()) await renewLinksOf(tx, id, holders)
    await queueMail(...mails)
    const subject = { subjectId: personId, subjectName: person.name }
    await recordActivity(ctx, { verb: 'invitation.link-renewed', eventId, ...subject })
  })
}
