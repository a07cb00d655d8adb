import { and, eq, sql } from 'drizzle-orm'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { isKeptRecord } from '#app/features/people/domain/kept-person.server.ts'
import { seenAt } from '#app/features/people/domain/known-to-hosts.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { person } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { noteDeputy, sendSlides } from './deputies.server.ts'
import { getSpeakingByToken, type Speaking, speakerContext } from './speaking-by-token.server.ts'

type Input = { sessionId: string; name: string; email: string }

/**
 * A speaker sends somebody else: seat, turn and slides of this session go to the deputy in the draft, and both names
 * stay known. The deputy is invited, and the speaker's calendar entry withdrawn, when the organizers publish.
 */
export async function nameDeputy(ctx: Context, token: string, input: Input): Promise<void> {
  const at = await getSpeakingByToken(token)
  await countAttempt(`speaking:deputy:${at.speaking.id}`, { limit: 20, seconds: 3600 })
  const own = speakerContext(ctx, at)
  await withTransaction(async (tx) => {
    const sessions = await listDraftSessions(at.event.id)
    const session = sessions.find((one) => one.id === input.sessionId)
    const mine = session?.appearances.filter((one) => one.personId === at.personId) ?? []
    if (!session || mine.length === 0) throw new Refusal('session-missing', 'missing')
    const deputy = (await findKnown(own, tx, at, input.email)) ?? (await introduce(own, at, input))
    if (deputy.id === at.personId) throw new Refusal('deputy-self', 'invalid')
    const appearances = session.appearances
      .filter((one) => one.personId !== deputy.id)
      .map((one) =>
        one.personId === at.personId
          ? { ...one, personId: deputy.id, deputyForId: one.deputyForId ?? at.personId }
          : one,
      )
    const was = { appearances: session.appearances }
    const edited = await editDraft(own, {
      eventId: at.event.id,
      edits: [{ kind: 'edit', sessionId: session.id, was, set: { appearances } }],
    })
    if (!edited.done) throw new Refusal('saved-by-other', 'state')
    await sendSlides(tx, at, { sessionId: session.id, deputyId: deputy.id })
    await noteDeputy(own, at, 'deputy.named', { sessionId: session.id, deputy })
  })
}

/** Somebody whom the hosts know by this address; nobody learns here whom they know. */
async function findKnown(own: Context, tx: Transaction, { event }: Speaking, email: string) {
  const [found] = await tx
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(and(eq(sql`lower(${person.email})`, email.toLowerCase()), seenAt(own, event.id), isKeptRecord))
    .limit(1)
  return found
}

async function introduce(own: Context, { event, person: who }: Speaking, { name, email }: Input) {
  return addPerson(own, {
    eventId: event.id,
    name,
    email,
    locale: who.locale,
    precedence: who.precedence,
    affiliation: who.affiliation,
  })
}
