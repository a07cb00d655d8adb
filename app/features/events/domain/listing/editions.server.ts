import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { event } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

export type Edition = {
  slug: string
  title: TranslatedText
  edition: string
  startsAt: Date
  timeZone: string
}

/** The editions of a series around one of its events, among those that are published. */
export async function findEditions(of: {
  series: { id: string } | null
  slug: string
}): Promise<{ previous: Edition | null; next: Edition | null }> {
  if (!of.series) return { previous: null, next: null }
  const { slug, title, edition, startsAt, timeZone } = event
  const all = await database()
    .select({ slug, title, edition, startsAt, timeZone })
    .from(event)
    .where(and(eq(event.seriesId, of.series.id), isNotNull(event.publishedAt)))
    .orderBy(asc(event.startsAt), asc(event.slug))
  const at = all.findIndex((one) => one.slug === of.slug)
  if (at < 0) return { previous: null, next: null }
  return { previous: all[at - 1] ?? null, next: all[at + 1] ?? null }
}
