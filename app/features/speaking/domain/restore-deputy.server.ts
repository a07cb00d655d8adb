import { eq } from 'drizzle-orm'
import { findDraftChange } from '#app/features/agenda/domain/draft/draft-changes.server.ts'
import { turnedRound } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { person } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { noteDeputy, sameAs, sendSlides } from './deputies.server.ts'
import { getSpeakingByToken, speakerContext } from './speaking-by-token.server.ts'

type Input = { sessionId: string; change: number }

/** Undoes what `withdrawDeputy` did, unless somebody changed the people of the session since. */
export async function restoreDeputy(ctx: Context, token: string, { sessionId, change }: Input) {
  const at = await getSpeakingByToken(token)
  const own = speakerContext(ctx, at)
  await withTransaction(async (tx) => {
    const ids = new Set((await sameAs(at)).map((one) => one.id))
    const made = await findDraftChange(at.event.id, change)
    const [edit] = made?.edits ?? []
    const before = edit?.kind === 'edit' && edit.sessionId === sessionId ? edit.was.appearances : undefined
    const sent = before?.find((one) => ids.has(one.deputyForId ?? ''))
    if (made?.edits.length !== 1 || !edit || !sent) throw new Refusal('deputy-missing', 'state')
    const edited = await editDraft(own, { eventId: at.event.id, edits: [turnedRound(edit)] })
    if (!edited.done) throw new Refusal('saved-by-other', 'state')
    await sendSlides(tx, at, { sessionId, deputyId: sent.personId })
    const [deputy] = await tx
      .select({ id: person.id, name: person.name })
      .from(person)
      .where(eq(person.id, sent.personId))
    if (deputy) await noteDeputy(own, at, 'deputy.named', { sessionId, deputy })
  })
}
