import { sql } from 'drizzle-orm'
import { type NewMail, queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { listInvitees } from './invitations.server.ts'
import { type Invitee, keptOf } from './plan-notices.ts'
import { assistantName } from './send-notices.server.ts'
import { ensureSpeaking, type LinkHolder, linkHolders } from './speaking-link.server.ts'

/** Mails a speaker the way to their own page, and the assistant theirs. */
export async function sendSpeakingLink(
  ctx: Context,
  { eventId, personId }: { eventId: string; personId: string },
): Promise<void> {
  await requireEventRight(ctx, 'agenda.edit', eventId)
  await countAttempt(`speaking-link:${eventId}:${personId}`, { limit: 5, seconds: 3600 })
  await withTransaction(async (tx) => {
    if (!(await takesPart(tx, eventId, personId))) throw new Refusal('person-missing', 'missing')
    const people = new Map((await listInvitees([personId])).map((one) => [one.id, one]))
    const person = people.get(keptOf(personId, people))
    if (!person?.email) throw new Refusal('address-missing', 'state')
    await ensureSpeaking(tx, eventId, [person.id])
    await queueMail(...linkMails(eventId, person))
    await recordActivity(ctx, {
      verb: 'invitation.link-sent',
      eventId,
      subjectId: person.id,
      subjectName: person.name,
    })
  })
}

/** The mail that carries the link, to each of these holders who has an address. */
export function linkMails(
  eventId: string,
  person: Invitee,
  holders: readonly LinkHolder[] = linkHolders,
): NewMail[] {
  const to = {
    person: { recipientName: person.name, recipientEmail: person.email },
    assistant: { recipientName: assistantName(person), recipientEmail: person.assistantEmail },
  }
  return holders.flatMap((holder) => {
    const { recipientName, recipientEmail } = to[holder]
    if (!recipientEmail) return []
    const facts = { speaking: { personId: person.id, holder } }
    return [{ kind: 'speaking-link', locale: person.locale, recipientName, recipientEmail, eventId, facts }]
  })
}

/** In the draft, in what was published and told, or with a page of their own already. */
async function takesPart(tx: Transaction, eventId: string, personId: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    select 1 from appearance a join session s on s.id = a.session_id
    where s.event_id = ${eventId} and a.person_id = ${personId}
    union all
    select 1 from invitation i join session s on s.id = i.session_id
    where s.event_id = ${eventId} and i.person_id = ${personId}
    union all
    select 1 from speaking where event_id = ${eventId} and person_id = ${personId}
    limit 1`)
  return rows.length > 0
}
