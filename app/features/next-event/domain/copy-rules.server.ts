import { and, asc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Transaction } from '#db/client.server.ts'
import { guestCategory, interpretationRules, passTrack, placeRules, section } from '#db/schema/index.ts'

type Copying = { from: string; to: string; tracks: ReadonlyMap<string, string> }

/**
 * What an event is ruled by, for the next one: the sections of its films (which are other films then), how many seats a
 * guest may have and what passes open, how long interpreters work. Passes open tracks, so they come with the agenda only.
 */
export async function copyRules(tx: Transaction, { from, to, tracks }: Copying): Promise<void> {
  const { slug, kind, name, description, position } = section
  const sections = await tx
    .select({ slug, kind, name, description, position })
    .from(section)
    .where(eq(section.eventId, from))
    .orderBy(asc(position))
  if (sections.length > 0) await tx.insert(section).values(sections.map((one) => ({ ...one, eventId: to })))
  const places = await tx.select().from(placeRules).where(eq(placeRules.eventId, from))
  if (places.length > 0) await tx.insert(placeRules).values(places.map((one) => ({ ...one, eventId: to })))
  const work = await tx.select().from(interpretationRules).where(eq(interpretationRules.eventId, from))
  if (work.length > 0)
    await tx.insert(interpretationRules).values(work.map((one) => ({ ...one, eventId: to })))
  await copyPasses(tx, { from, to, tracks })
}

/** A category of the next event is the one of the same code. */
async function copyPasses(tx: Transaction, { from, to, tracks }: Copying): Promise<void> {
  const next = alias(guestCategory, 'next')
  const opened = await tx
    .select({ categoryId: next.id, trackId: passTrack.trackId })
    .from(passTrack)
    .innerJoin(
      guestCategory,
      and(eq(guestCategory.id, passTrack.categoryId), eq(guestCategory.eventId, from)),
    )
    .innerJoin(next, and(eq(next.eventId, to), eq(next.code, guestCategory.code)))
  const passes = opened.flatMap(({ categoryId, trackId }) => {
    const copy = tracks.get(trackId)
    return copy ? [{ categoryId, trackId: copy }] : []
  })
  if (passes.length > 0) await tx.insert(passTrack).values(passes)
}
