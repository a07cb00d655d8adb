import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { Refusal } from '#app/shared/errors.ts'
import { initiativeFigure, initiativeGoal, initiativeNews } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import type { PartKind } from './part-kinds.ts'

export const partTables = { goal: initiativeGoal, news: initiativeNews, figure: initiativeFigure } as const

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export type StoredGoal = typeof initiativeGoal.$inferSelect
export type StoredNews = typeof initiativeNews.$inferSelect
export type StoredFigure = typeof initiativeFigure.$inferSelect

/** The goals of an initiative in their order, for readers whose right was checked. */
export function listGoals(initiativeId: string): Promise<StoredGoal[]> {
  return database()
    .select()
    .from(initiativeGoal)
    .where(eq(initiativeGoal.initiativeId, initiativeId))
    .orderBy(asc(initiativeGoal.position), asc(initiativeGoal.createdAt))
}

/** Its news, drafts among them, the latest first. */
export function listNews(initiativeId: string): Promise<StoredNews[]> {
  return database()
    .select()
    .from(initiativeNews)
    .where(eq(initiativeNews.initiativeId, initiativeId))
    .orderBy(desc(initiativeNews.datedOn), desc(initiativeNews.createdAt), initiativeNews.id)
}

/** The figures that are followed, in their order. */
export function listFigures(initiativeId: string): Promise<StoredFigure[]> {
  return database()
    .select()
    .from(initiativeFigure)
    .where(eq(initiativeFigure.initiativeId, initiativeId))
    .orderBy(asc(initiativeFigure.position), asc(initiativeFigure.createdAt))
}

type StoredOf = { goal: StoredGoal; news: StoredNews; figure: StoredFigure }

/** One part of this initiative, or refused. */
export async function getPart<K extends PartKind>(
  kind: K,
  initiativeId: string,
  partId: string,
): Promise<StoredOf[K]> {
  const table = partTables[kind]
  const own = and(sql`${table.initiativeId} = ${initiativeId}`, sql`${table.id} = ${partId}`)
  const [found] = uuid.test(partId)
    ? await database()
        .select()
        .from(table as typeof initiativeGoal)
        .where(own)
    : []
  if (!found) throw new Refusal('initiative-part-missing', 'missing')
  return found as StoredOf[K]
}
