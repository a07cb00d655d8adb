import { eq, sql } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import { registration } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { getRegistrationByToken } from '../links/registration-by-token.server.ts'
import { admissionProblem, windowState } from '../seats/admission.ts'
import { offerFreeSeats } from '../seats/offer-free-seats.server.ts'
import type { LockedCategory } from '../seats/seat-lock.server.ts'
import { settleRegistrations } from '../seats/settle-registrations.server.ts'
import { opensWith } from './access-code.server.ts'
import { categoryChange, isChangeable } from './category-change.ts'
import { lookAtCode } from './guesses.server.ts'
import { type LockedRegistration, lockRegistration } from './locked-registration.server.ts'

type Outcome = 'changed' | 'wished' | 'kept' | 'code-wrong' | 'domain-not-allowed'

/**
 * The attendee asks for another category while registration is open. With a seat there they have it at once; where it is
 * full, whoever has a seat keeps it until one is free there. Asking for the present one ends such a wish.
 */
export async function changeCategory(
  ctx: Context,
  token: string,
  { category, code }: { category: string; code: string },
): Promise<'changed' | 'wished' | 'kept'> {
  const { id, eventId } = await getRegistrationByToken(token)
  await countAttempt(`category:${id}`, { limit: 20, seconds: 3600 })
  const change = () => withTransaction(() => changeLocked(ctx, { eventId, id, category, code }))
  const outcome = await (code ? lookAtCode(ctx.source, eventId, change, isGuess) : change())
  if (isGuess(outcome)) throw new Refusal(outcome, 'invalid')
  return outcome
}

type Wish = { eventId: string; id: string; category: string; code: string }

async function changeLocked(ctx: Context, { eventId, id, category, code }: Wish): Promise<Outcome> {
  const locked = await lockRegistration(eventId, id)
  const { seats, row } = locked
  const wanted = seats.categories.find((one) => one.code === category)
  if (!wanted) throw new Refusal('category-missing', 'invalid')
  if (!isChangeable(row.state)) throw new Refusal('state-changed')
  if (wanted.id === row.categoryId) return endWish(ctx, locked)
  const window = windowState(seats.event, ctx.now)
  if (window !== 'open')
    throw new Refusal(window === 'none' ? 'registration-closed' : `registration-${window}`)
  const hasCode = opensWith(wanted.accessCode, code)
  const problem = admissionProblem(wanted, { email: row.email, hasCode })
  if (problem) return problem
  const to = categoryChange(seats.event, wanted, row.state)
  if (to === 'by-approval') throw new Refusal('category-by-approval')
  if (to === 'full') throw new Refusal('event-full')
  if (to === 'wish') return keepSeatAndWait(ctx, locked, wanted)
  const recipient = { name: row.name, email: row.email, locale: row.locale }
  const place = { id, categoryId: wanted.id, fromCategoryId: row.categoryId, from: row.state, to }
  await settleRegistrations(ctx, eventId, [
    { ...place, recipient, invitation: locked.invitation, by: 'attendee' },
  ])
  await offerFreeSeats(ctx, eventId)
  return 'changed'
}

async function keepSeatAndWait(
  ctx: Context,
  { row }: LockedRegistration,
  wanted: LockedCategory,
): Promise<Outcome> {
  // A second click does not lose the place that the first one took.
  if (row.wishedCategoryId === wanted.id) return 'wished'
  const wishArrival = sql`nextval(pg_get_serial_sequence('registration', 'arrival'))`
  await setWish(ctx, row, { wishedCategoryId: wanted.id, wishArrival }, 'registration.category-wished')
  return 'wished'
}

async function endWish(ctx: Context, { row }: LockedRegistration): Promise<Outcome> {
  const none = { wishedCategoryId: null, wishArrival: null }
  if (row.wishedCategoryId) await setWish(ctx, row, none, 'registration.category-kept')
  return 'kept'
}

async function setWish(ctx: Context, row: LockedRegistration['row'], wish: object, verb: string) {
  await withTransaction(async (tx) => {
    const revision = sql`${registration.revision} + 1`
    await tx
      .update(registration)
      .set({ ...wish, revision, updatedAt: ctx.now })
      .where(eq(registration.id, row.id))
    const subject = { subjectId: row.id, subjectName: row.name }
    await recordActivity(ctx, { verb, eventId: row.eventId, ...subject })
  })
}

function isGuess(outcome: Outcome): outcome is 'code-wrong' | 'domain-not-allowed' {
  return outcome === 'code-wrong' || outcome === 'domain-not-allowed'
}
