import { and, eq, isNull } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import type { Transaction } from '#db/client.server.ts'
import { person, portrait, portraitSize } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { dropPagesOfPerson } from '../pages-of-person.server.ts'
import { portraitSizes } from './portrait-image.server.ts'

/**
 * Takes a picture as the portrait of a person, in place of the one before; answers its id. The caller has made sure that
 * this actor may: an organizer, or the person by a link of their own. `eventId` says in whose activity it is told.
 */
export async function savePortrait(
  ctx: Context,
  input: { personId: string; image: Uint8Array; credit: string; eventId?: string },
): Promise<string> {
  const sizes = await portraitSizes(input.image)
  return withTransaction(async (tx) => {
    const of = await lockPerson(tx, input.personId)
    await removeCurrent(ctx, tx, of.id)
    const credit = input.credit.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 200)
    const [added] = await tx
      .insert(portrait)
      .values({ personId: of.id, credit, createdAt: ctx.now })
      .returning({ id: portrait.id })
    if (!added) throw new Error('A portrait was inserted without a row')
    await tx.insert(portraitSize).values(sizes.map((size) => ({ ...size, portraitId: added.id })))
    await dropPagesOfPerson(tx, of.id)
    await recordActivity(ctx, { verb: 'portrait.saved', ...subject(of, input.eventId) })
    return added.id
  })
}

/** Takes the portrait of a person away, and its picture from the store. Without one nothing is done. */
export async function removePortrait(
  ctx: Context,
  { personId, eventId }: { personId: string; eventId?: string },
): Promise<void> {
  await withTransaction(async (tx) => {
    const of = await lockPerson(tx, personId)
    if (!(await removeCurrent(ctx, tx, of.id))) return
    await dropPagesOfPerson(tx, of.id)
    await recordActivity(ctx, { verb: 'portrait.removed', ...subject(of, eventId) })
  })
}

async function lockPerson(tx: Transaction, id: string) {
  const [found] = await tx
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(eq(person.id, id))
    .for('no key update')
  if (!found) throw new Refusal('person-missing', 'missing')
  return found
}

/** What was taken away is not kept: only that there was one. */
async function removeCurrent(ctx: Context, tx: Transaction, personId: string): Promise<boolean> {
  const gone = await tx
    .update(portrait)
    .set({ removedAt: ctx.now })
    .where(and(eq(portrait.personId, personId), isNull(portrait.removedAt)))
    .returning({ id: portrait.id })
  for (const { id } of gone) await tx.delete(portraitSize).where(eq(portraitSize.portraitId, id))
  return gone.length > 0
}

function subject(of: { id: string; name: string }, eventId: string | undefined) {
  return { subjectId: of.id, subjectName: of.name, ...(eventId && { eventId }) }
}
