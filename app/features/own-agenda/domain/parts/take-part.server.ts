import { and, eq, isNotNull } from 'drizzle-orm'
import { joinArrivals } from '#app/features/registration/domain/lifecycle/arrivals-queue.server.ts'
import { isWrongGuess, lookAtCode } from '#app/features/registration/domain/lifecycle/guesses.server.ts'
import { remindOfLink } from '#app/features/registration/domain/links/remind-of-link.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { event, registration } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { getOwnRegistration } from '../own-registration.server.ts'

export type PartAnswer = 'taken' | 'link-mailed'

/**
 * A place in a part of an event, by the registration for the whole: the guest types nothing again, and the part's own
 * seats, line, categories and times decide. It ends with the registration for the whole. Somebody who came to the part
 * by themselves has a link of their own, which is mailed to them and not shown here.
 */
export async function takePart(
  ctx: Context,
  token: string,
  { part, category, code }: { part: string; category: string; code: string },
): Promise<PartAnswer> {
  const whole = await getOwnRegistration(token)
  if (whole.state !== 'confirmed') throw new Refusal('part-needs-seat')
  const [found] = await database()
    .select({ id: event.id })
    .from(event)
    .where(and(eq(event.slug, part), eq(event.parentId, whole.eventId), isNotNull(event.publishedAt)))
  if (!found) throw new Refusal('event-missing', 'missing')
  const { name, email, emailKey, affiliation, jobTitle, locale } = whole
  const attendee = { name, email, emailKey, affiliation, jobTitle, locale, answers: {}, parentId: whole.id }
  const arrive = () => joinArrivals(part, { ctx, attendee, category, accessCode: code })
  const outcome = await (code ? lookAtCode(ctx.source, part, arrive, isWrongGuess) : arrive())
  if (outcome.kind === 'refused') throw outcome.refusal
  if (outcome.kind === 'registered' || (await isPartOf(outcome.id, whole.id))) return 'taken'
  await remindOfLink(ctx, outcome.eventId, outcome.id)
  return 'link-mailed'
}

async function isPartOf(id: string, wholeId: string): Promise<boolean> {
  return (
    (await database().$count(
      registration,
      and(eq(registration.id, id), eq(registration.parentId, wholeId)),
    )) > 0
  )
}
