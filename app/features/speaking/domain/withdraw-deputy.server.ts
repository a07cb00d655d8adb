import { inArray } from 'drizzle-orm'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { person } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { noteDeputy, sameAs, takeSlidesBack } from './deputies.server.ts'
import { getSpeakingByToken, type Speaking, speakerContext } from './speaking-by-token.server.ts'

/**
 * A speaker goes again instead of the deputy they sent: seat, turn and their own slides come back in the draft. The
 * deputy's calendar entry is withdrawn, and the speaker invited, when the organizers publish. Answers the draft change, by
 * which it can be undone.
 */
export async function withdrawDeputy(ctx: Context, token: string, sessionId: string): Promise<number> {
  const at = await getSpeakingByToken(token)
  await countAttempt(`speaking:deputy:${at.speaking.id}`, { limit: 20, seconds: 3600 })
  const own = speakerContext(ctx, at)
  return withTransaction(async (tx) => {
    const session = (await listDraftSessions(at.event.id)).find((one) => one.id === sessionId)
    const deputies = await findDeputies(tx, at, session?.appearances ?? [])
    if (!session || deputies.length === 0) throw new Refusal('deputy-missing', 'state')
    const ids = new Set(deputies.map((one) => one.id))
    const roles = new Set(session.appearances.filter((one) => ids.has(one.personId)).map((one) => one.role))
    const appearances = session.appearances
      // Organizers may have put the speaker into it as well.
      .filter((one) => one.personId !== at.personId || !roles.has(one.role))
      .map((one) => (ids.has(one.personId) ? { ...one, personId: at.personId, deputyForId: null } : one))
    const edited = await editDraft(own, {
      eventId: at.event.id,
      edits: [
        {
          kind: 'edit',
          sessionId,
          was: { appearances: session.appearances },
          set: { appearances },
        },
      ],
    })
    if (!edited.done) throw new Refusal('saved-by-other', 'state')
    await takeSlidesBack(tx, at, sessionId)
    for (const deputy of deputies) await noteDeputy(own, at, 'deputy.withdrawn', { sessionId, deputy })
    return edited.changeId
  })
}

async function findDeputies(
  tx: Transaction,
  at: Speaking,
  appearances: readonly { personId: string; deputyForId: string | null }[],
) {
  const own = new Set((await sameAs(at)).map((one) => one.id))
  const ids = appearances.filter((one) => own.has(one.deputyForId ?? '')).map((one) => one.personId)
  if (ids.length === 0) return []
  return tx.select({ id: person.id, name: person.name }).from(person).where(inArray(person.id, ids))
}
