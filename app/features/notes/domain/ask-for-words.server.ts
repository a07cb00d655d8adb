import { inArray } from 'drizzle-orm'
import { assistantName } from '#app/features/invitations/domain/send-notices.server.ts'
import { ensureSpeaking } from '#app/features/invitations/domain/speaking-link.server.ts'
import { type NewMail, queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { person } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { listPeopleWithWords } from './words-to-approve.server.ts'

/**
 * Mails those people of an event of whom words wait, each the way to their own, and their assistants the same. Answers
 * how many were asked, and who has no address.
 */
export async function askForWords(
  ctx: Context,
  { eventId, personIds }: { eventId: string; personIds: string[] },
): Promise<{ asked: number; unreachable: string[] }> {
  await requireEventRight(ctx, 'notes.approve', eventId)
  const waiting = await listPeopleWithWords(eventId)
  const ids = [...new Set(personIds)].filter((id) =>
    waiting.some((one) => one.personId === id && one.open > 0),
  )
  if (ids.length === 0) throw new Refusal('no-words-waiting', 'state')
  return withTransaction(async (tx) => {
    const people = await database().select().from(person).where(inArray(person.id, ids))
    const reachable = people.filter((one) => one.email)
    await ensureSpeaking(
      tx,
      eventId,
      reachable.map((one) => one.id),
    )
    await queueMail(...reachable.flatMap((one) => lettersTo(one, { eventId, kind: 'words-to-confirm' })))
    for (const { id, name } of reachable) {
      await recordActivity(ctx, { verb: 'words.asked', eventId, subjectId: id, subjectName: name })
    }
    const unreachable = people.filter((one) => !one.email).map((one) => one.name)
    return { asked: reachable.length, unreachable }
  })
}

/** Each of them may be asked three times an hour; whoever shows first whom it would ask is not counted for that. */
export async function countRequests(eventId: string, personIds: readonly string[]): Promise<void> {
  for (const id of new Set(personIds))
    await countAttempt(`ask-for-words:${eventId}:${id}`, { limit: 3, seconds: 3600 })
}

type Letter = { eventId: string; kind: 'words-to-confirm' | 'action-reminder'; facts?: NewMail['facts'] }

/** A mail to somebody's own page, and its copy to the assistant; nothing for whom no address is known. */
export function lettersTo(to: typeof person.$inferSelect, { eventId, kind, facts }: Letter): NewMail[] {
  const letter = (holder: 'person' | 'assistant', recipientName: string, recipientEmail: string | null) =>
    recipientEmail
      ? [
          {
            kind,
            locale: to.locale,
            recipientName,
            recipientEmail,
            eventId,
            facts: { ...facts, speaking: { personId: to.id, holder } },
          },
        ]
      : []
  return [
    ...letter('person', to.name, to.email),
    ...letter('assistant', assistantName(to), to.assistantEmail),
  ]
}
