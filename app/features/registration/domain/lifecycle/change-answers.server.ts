import { eq, sql } from 'drizzle-orm'
import type { AnswersInput } from '#app/features/registration/registration.schema.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { registration } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { dropUnasked } from '../answering/drop-unasked.server.ts'
import { getRegistrationByToken } from '../links/registration-by-token.server.ts'

/** The attendee corrects name, organization, position or language. The address is changed by a proof at the new one. */
export async function changeAnswers(ctx: Context, token: string, input: AnswersInput): Promise<void> {
  const row = await getRegistrationByToken(token)
  if (row.state === 'cancelled' || row.state === 'declined') throw new Refusal('state-changed')
  const next = {
    name: input.name,
    affiliation: input.organization,
    jobTitle: input.position,
    locale: input.language,
  }
  const changed = (Object.keys(next) as (keyof typeof next)[]).filter((field) => row[field] !== next[field])
  if (changed.length === 0) return
  await withTransaction(async (tx) => {
    await tx
      .update(registration)
      .set({ ...next, revision: sql`${registration.revision} + 1`, updatedAt: ctx.now })
      .where(eq(registration.id, row.id))
    if (changed.includes('locale')) await dropUnasked(row.eventId, [row.id])
    const subject = { subjectId: row.id, subjectName: next.name }
    const changes = changed.map((field) => ({ field: kept[field], from: row[field], to: next[field] }))
    const details = { fields: changed, changes }
    await recordActivity(ctx, {
      verb: 'registration.answers-changed',
      eventId: row.eventId,
      ...subject,
      details,
    })
  })
}

/** What the fields are called in the activity. */
const kept = { name: 'name', affiliation: 'affiliation', jobTitle: 'position', locale: 'locale' } as const

/** The language of the attendee's page and of every mail from now on. */
export async function changeLanguage(ctx: Context, token: string, language: Locale): Promise<void> {
  const { name, affiliation, jobTitle } = await getRegistrationByToken(token)
  await changeAnswers(ctx, token, { name, organization: affiliation, position: jobTitle, language })
}
