import { and, asc, eq, sql } from 'drizzle-orm'
import { Refusal } from '#app/shared/errors.ts'
import { film, section } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

export type StoredSection = typeof section.$inferSelect

/** The sections of an edition in their order, with how many films stand in each. */
export function listSections(eventId: string) {
  return database()
    .select({
      id: section.id,
      slug: section.slug,
      kind: section.kind,
      name: section.name,
      description: section.description,
      position: section.position,
      films: sql<number>`(
        select count(*)::int from ${film} f where f.section_id = ${section}.id and f.removed_at is null)`,
    })
    .from(section)
    .where(eq(section.eventId, eventId))
    .orderBy(asc(section.position), asc(section.slug))
}

/** One section of an event by its address, or refused. */
export async function getSection(eventId: string, slug: string): Promise<StoredSection> {
  const [found] = await database()
    .select()
    .from(section)
    .where(and(eq(section.eventId, eventId), eq(section.slug, slug)))
  if (!found) throw new Refusal('section-missing', 'missing')
  return found
}
