import { and, desc, eq, ne, or, sql } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { feedback, guestCategory, registration } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import type { FeedbackCount } from './feedback-figures.ts'
import type { Feedback } from './give-feedback.server.ts'

const pageSize = 20

const said = or(ne(feedback.best, ''), ne(feedback.better, ''))
const ofEvent = (eventId: string) =>
  and(eq(registration.eventId, eventId), eq(registration.state, 'confirmed'))

/** What somebody answered, for their own page. */
export async function findFeedback(registrationId: string): Promise<Feedback | null> {
  const { satisfaction, best, better } = feedback
  const [found] = await database()
    .select({ satisfaction, best, better })
    .from(feedback)
    .where(eq(feedback.registrationId, registrationId))
  return found ?? null
}

/** How many answered, and of how many who had a seat. */
export async function countFeedback(eventId: string): Promise<{ answered: number; asked: number }> {
  const [row] = await database()
    .select({
      answered: sql<number>`(
        select count(*)::int from feedback f join registration r on r.id = f.registration_id
        where r.event_id = ${eventId} and r.state = 'confirmed'
      )`,
      asked: sql<number>`coalesce(sum(${guestCategory.confirmed}), 0)::int`,
    })
    .from(guestCategory)
    .where(eq(guestCategory.eventId, eventId))
  return row ?? { answered: 0, asked: 0 }
}

/** How many of each category answered what; who did is not read. */
export async function listFeedbackCounts(ctx: Context, eventId: string): Promise<FeedbackCount[]> {
  await requireEventRight(ctx, 'registrations.manage', eventId)
  return database()
    .select({
      categoryId: registration.categoryId,
      satisfaction: feedback.satisfaction,
      count: sql<number>`count(*)::int`,
    })
    .from(feedback)
    .innerJoin(registration, eq(registration.id, feedback.registrationId))
    .where(ofEvent(eventId))
    .groupBy(registration.categoryId, feedback.satisfaction)
}

/** A page of what was written, the newest first: without names, times or categories. */
export async function listFeedbackWords(ctx: Context, eventId: string, asked: number) {
  await requireEventRight(ctx, 'registrations.manage', eventId)
  const [{ total } = { total: 0 }] = await database()
    .select({ total: sql<number>`count(*)::int` })
    .from(feedback)
    .innerJoin(registration, eq(registration.id, feedback.registrationId))
    .where(and(ofEvent(eventId), said))
  const last = Math.max(1, Math.ceil(total / pageSize))
  const page = Math.min(Math.max(asked, 1), last)
  const { satisfaction, best, better } = feedback
  const words = await database()
    .select({ satisfaction, best, better, locale: registration.locale })
    .from(feedback)
    .innerJoin(registration, eq(registration.id, feedback.registrationId))
    .where(and(ofEvent(eventId), said))
    .orderBy(desc(feedback.updatedAt), feedback.registrationId)
    .limit(pageSize)
    .offset((page - 1) * pageSize)
  return { words, total, page, last }
}

/** Every answer for a spreadsheet, as few as there are guests; that it was taken is recorded. */
export async function exportFeedback(ctx: Context, eventId: string) {
  await requireEventRight(ctx, 'registrations.manage', eventId)
  const { satisfaction, best, better } = feedback
  const rows = await database()
    .select({ satisfaction, best, better, categoryId: registration.categoryId, category: guestCategory.name })
    .from(feedback)
    .innerJoin(registration, eq(registration.id, feedback.registrationId))
    .innerJoin(guestCategory, eq(guestCategory.id, registration.categoryId))
    .where(ofEvent(eventId))
    .orderBy(desc(feedback.updatedAt), feedback.registrationId)
  await recordActivity(ctx, { verb: 'feedback.exported', eventId })
  return rows
}
