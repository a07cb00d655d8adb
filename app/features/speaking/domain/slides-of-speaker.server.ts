import { and, eq, inArray, ne, notInArray, sql } from 'drizzle-orm'
import { recordsOf } from '#app/features/people/domain/kept-person.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { file, session, slides } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import type { Speaking } from './speaking-by-token.server.ts'
import { slidesShare } from './upload-kind.ts'

type Named = { sessionId: string; name: string }

/** Slides that this speaker handed in, or somebody who was merged into them, for a session of the event. */
export function bySpeaker({ event, personId }: Pick<Speaking, 'event' | 'personId'>) {
  const sessions = database().select({ id: session.id }).from(session).where(eq(session.eventId, event.id))
  return and(inArray(slides.personId, recordsOf(personId)), inArray(slides.sessionId, sessions))
}

/** Refuses what would fill more than a speaker's share of the store; what is still coming in counts as a whole. */
export async function requireRoom(tx: Transaction, at: Speaking, named: Named, size: number) {
  const [taken] = await tx
    .select({ size: sql<number>`coalesce(sum(${file.size}), 0)::float8` })
    .from(slides)
    .innerJoin(file, eq(file.id, slides.fileId))
    // Those of the same name make way.
    .where(and(bySpeaker(at), notInArray(file.id, earlier(tx, at, named))))
  if ((taken?.size ?? 0) + size > slidesShare) throw new Refusal('slides-share', 'state')
}

/** Throws away what this speaker began to send under the same name and never finished. */
export async function forgetUnfinished(tx: Transaction, at: Speaking, named: Named): Promise<void> {
  await tx.delete(file).where(and(inArray(file.id, earlier(tx, at, named)), sql`${file.completedAt} is null`))
}

/** A file takes the place of the one of the same name that this speaker handed in for the session before. */
export async function replaceEarlier(tx: Transaction, at: Speaking, fileId: string, named: Named) {
  const gone = await tx
    .delete(file)
    .where(and(inArray(file.id, earlier(tx, at, named)), ne(file.id, fileId)))
    .returning({ id: file.id })
  // A recap may have shown it.
  if (gone.length > 0) await pageChanged(pageTag.event(at.event.id))
}

function earlier(tx: Transaction, at: Speaking, { sessionId, name }: Named) {
  return tx
    .select({ id: file.id })
    .from(slides)
    .innerJoin(file, eq(file.id, slides.fileId))
    .where(and(bySpeaker(at), eq(slides.sessionId, sessionId), eq(file.name, name)))
}
