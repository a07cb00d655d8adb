import { eq, or } from 'drizzle-orm'
import { hashToken } from '#app/shared/auth/tokens.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import type { AnswerWay } from '#app/shared/vocabulary.ts'
import { event, person, speaking, venue } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

/** The part in an event that a link opens, and whose link it is; refuses (404) one that opens nothing. */
export async function getSpeakingByToken(token: string) {
  const hash = hashToken(token)
  const [found] = await database()
    .select({ speaking, event, venue, person })
    .from(speaking)
    .innerJoin(event, eq(event.id, speaking.eventId))
    .leftJoin(venue, eq(venue.id, event.venueId))
    .innerJoin(person, eq(person.id, speaking.personId))
    .where(or(eq(speaking.tokenHash, hash), eq(speaking.assistantHash, hash)))
  if (!found) throw new Refusal('link-unknown', 'missing')
  const holder = found.speaking.tokenHash === hash ? ('person' as const) : ('assistant' as const)
  // Somebody who was merged into another acts as that person.
  return { ...found, holder, personId: found.person.keptId }
}

export type Speaking = Awaited<ReturnType<typeof getSpeakingByToken>>

/** By which way an answer on this page came. */
export const wayOf = ({ holder }: Speaking): AnswerWay => (holder === 'assistant' ? 'assistant' : 'page')

/** What a speaker does to the draft is done in the speaker's name: the link is their right to it. */
export function speakerContext(ctx: Context, { person: who, holder }: Speaking): Context {
  const name = holder === 'assistant' ? `${who.name} (${who.assistantEmail ?? '…'})` : who.name
  return { ...ctx, actor: { kind: 'system', name, holder } }
}
