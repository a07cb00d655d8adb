import { randomUUID } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import { saidBy } from '#app/features/questions/domain/files/file-answer.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal, type RefusalCode } from '#app/shared/errors.ts'
import { sameValue } from '#app/shared/same-value.ts'
import { guestCategory, invitation, registration } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { opensWith } from '../lifecycle/access-code.server.ts'
import { newPersonalLink } from '../links/personal-link.server.ts'
import { admissionProblem, windowState } from './admission.ts'
import { type LockedCategory, type LockedSeats, lockSeats } from './seat-lock.server.ts'
import { placeArrivals, proofDeadline } from './seats.ts'
import { type Attendee, type Settlement, settleRegistrations } from './settle-registrations.server.ts'

/** Somebody at the desk: what they want, and the context they came with. */
export type Arrival = {
  ctx: Context
  attendee: Attendee
  category: string
  accessCode: string
  /** Added by an organizer: opening times, approval and restrictions do not apply. */
  byHand?: boolean
}

export type ArrivalOutcome =
  | { kind: 'registered'; id: string; tokenSalt: string; asksAddress: boolean }
  | { kind: 'repeat'; id: string; eventId: string; tokenSalt: string; same: boolean; asksAddress: boolean }
  | { kind: 'refused'; refusal: Refusal }

type Known = typeof registration.$inferSelect & { categoryCode: string; invitation: Settlement['invitation'] }

const repeatMinutes = 15

/**
 * Seats a group of people who came for the same event in the same moment, in one transaction: the hot rows are locked
 * once for all of them. Outcomes are in the order of `arrivals`; a refusal of one does not touch the others.
 */
export async function seatArrivals(slug: string, came: Arrival[]): Promise<ArrivalOutcome[]> {
  return withTransaction(async () => {
    const seats = await lockSeats({ slug })
    const known = await findKnown(seats.event.id, came)
    const arrivals = came.map((arrival) => remembered(arrival, known.get(arrival.attendee.emailKey)))
    const outcomes: ArrivalOutcome[] = []
    const welcome: { arrival: Arrival; category: LockedCategory; index: number }[] = []
    for (const [index, arrival] of arrivals.entries()) {
      const before = known.get(arrival.attendee.emailKey)
      const twin = welcome.find((one) => one.arrival.attendee.emailKey === arrival.attendee.emailKey)
      const answer = answerAtOnce(seats, arrival, before)
      if (answer) outcomes[index] = answer
      else if (!twin) welcome.push({ arrival, category: categoryOf(seats, arrival) as LockedCategory, index })
    }
    const settlements = place(seats, welcome, known, outcomes)
    const ctx = arrivals[0]?.ctx
    if (ctx) await settleRegistrations(ctx, seats.event.id, settlements)
    return arrivals.map(
      (arrival, index) => outcomes[index] ?? twinOutcome(arrival, arrivals, outcomes, seats.event.id),
    )
  })
}

/** The answer to those who need no seat: refused, or registered already. */
function answerAtOnce(
  seats: LockedSeats,
  arrival: Arrival,
  before: Known | undefined,
): ArrivalOutcome | null {
  if (!seats.event.publishedAt && !arrival.byHand) return refused('event-missing', 'missing')
  const category = categoryOf(seats, arrival)
  const problem = category && !arrival.byHand ? problemOf(category, arrival) : null
  if (before && !isBackFrom(before, arrival)) {
    // Known or not, who has no way into a category hears the same: a code does not tell who is registered.
    if (problem) return refused(problem, 'invalid')
    const { id, eventId, tokenSalt } = before
    const { asksAddress } = seats.event
    return { kind: 'repeat', id, eventId, tokenSalt, same: isSameWish(before, arrival), asksAddress }
  }
  if (!category) return refused('category-missing', 'invalid')
  if (arrival.byHand) return seats.event.cancelledAt ? refused('registration-cancelled') : null
  const window = windowState(seats.event, arrival.ctx.now)
  if (window !== 'open') return refused(`registration-${window}`)
  return problem ? refused(problem, 'invalid') : null
}

function problemOf(category: LockedCategory, { attendee, accessCode }: Arrival) {
  const hasCode = opensWith(category.accessCode, accessCode)
  return admissionProblem(category, { email: attendee.email, hasCode })
}

/** Whoever has left may come again; somebody declined only by an organizer's hand. */
function isBackFrom({ state }: Known, { byHand }: Arrival): boolean {
  return state === 'cancelled' || (byHand === true && state === 'declined')
}

/** Adding by hand somebody who was here before fills in what is missing, and takes nothing that they had said. */
function remembered(arrival: Arrival, before: Known | undefined): Arrival {
  if (!before || !arrival.byHand) return arrival
  const { attendee } = arrival
  return {
    ...arrival,
    category: before.categoryCode,
    attendee: {
      ...attendee,
      affiliation: attendee.affiliation || before.affiliation,
      jobTitle: attendee.jobTitle || before.jobTitle,
      locale: before.locale,
      answers: { ...before.answers, ...attendee.answers },
    },
  }
}

function place(
  { event, categories }: LockedSeats,
  welcome: { arrival: Arrival; category: LockedCategory; index: number }[],
  known: Map<string, Known>,
  outcomes: ArrivalOutcome[],
): Settlement[] {
  const wishes = welcome.map(({ arrival, category }) => ({
    categoryId: category.id,
    needsApproval: category.needsApproval && !arrival.byHand,
  }))
  const placements = placeArrivals(event, categories, wishes)
  return welcome.flatMap(({ arrival, category, index }, i) => {
    const to = placements[i] ?? 'full'
    if (to === 'full') {
      outcomes[index] = refused('event-full')
      return []
    }
    const { attendee } = arrival
    const before = known.get(attendee.emailKey)
    const link = newPersonalLink()
    const id = before?.id ?? randomUUID()
    outcomes[index] = { kind: 'registered', id, tokenSalt: link.tokenSalt, asksAddress: event.asksAddress }
    const recipient = { name: attendee.name, email: attendee.email, locale: attendee.locale }
    const from = before?.state ?? null
    const fromCategoryId = before?.categoryId ?? category.id
    const settled = { id, categoryId: category.id, fromCategoryId, from, recipient }
    const held = to === 'confirmed' && event.asksAddress && !arrival.byHand
    return [
      {
        ...settled,
        ...(held ? heldSeat(arrival.ctx.now) : { to }),
        invitation: before?.invitation ?? null,
        attendee: { ...attendee, ...link },
      },
    ]
  })
}

/** The seat is taken from now on, and theirs when the link that is mailed to the address is used in time. */
function heldSeat(now: Date) {
  return { to: 'offered' as const, offerExpiresAt: proofDeadline(now), addressAsked: true }
}

/** Two wishes with one address in the same group: the second gets what the first got. */
function twinOutcome(
  arrival: Arrival,
  arrivals: Arrival[],
  outcomes: ArrivalOutcome[],
  eventId: string,
): ArrivalOutcome {
  const first = arrivals.findIndex(
    ({ attendee }, i) =>
      attendee.emailKey === arrival.attendee.emailKey && outcomes[i]?.kind === 'registered',
  )
  const outcome = outcomes[first]
  if (outcome?.kind !== 'registered') return refused('event-full')
  const { attendee } = arrivals[first] as Arrival
  const same = sameWords(attendee, arrival.attendee) && arrivals[first]?.category === arrival.category
  return {
    kind: 'repeat',
    id: outcome.id,
    eventId,
    tokenSalt: outcome.tokenSalt,
    same,
    asksAddress: outcome.asksAddress,
  }
}

/** A double click or a resend: the same words within minutes. Anything else may be a stranger with a known address. */
function isSameWish(before: Known, arrival: Arrival): boolean {
  // Whoever was added by an organizer never typed these words: their link goes to their address alone.
  if (before.addedById) return false
  // Not when it was made first: it may have been cancelled since, and made again.
  const age = arrival.ctx.now.getTime() - before.consentAt.getTime()
  if (age > repeatMinutes * 60_000) return false
  return before.categoryCode === arrival.category && sameWords(before, arrival.attendee)
}

type Said = Pick<Attendee, 'name' | 'affiliation' | 'jobTitle' | 'locale' | 'answers'>

function sameWords(a: Said, b: Said): boolean {
  const answered = ({ answers }: Said) =>
    Object.entries(answers).map(([code, { values }]) => [code, ...values.map(saidBy)])
  return (
    a.name === b.name &&
    a.affiliation === b.affiliation &&
    a.jobTitle === b.jobTitle &&
    a.locale === b.locale &&
    sameValue(answered(a).sort(), answered(b).sort())
  )
}

function categoryOf(seats: LockedSeats, arrival: Arrival): LockedCategory | undefined {
  return seats.categories.find((category) => category.code === arrival.category)
}

function refused(code: RefusalCode, kind: Refusal['kind'] = 'state'): ArrivalOutcome {
  return { kind: 'refused', refusal: new Refusal(code, kind) }
}

async function findKnown(eventId: string, arrivals: Arrival[]): Promise<Map<string, Known>> {
  const keys = arrivals.map((arrival) => arrival.attendee.emailKey)
  const rows = await withTransaction((tx) =>
    tx
      .select()
      .from(registration)
      .innerJoin(guestCategory, eq(guestCategory.id, registration.categoryId))
      .leftJoin(invitation, eq(invitation.registrationId, registration.id))
      .where(and(eq(registration.eventId, eventId), inArray(registration.emailKey, keys))),
  )
  return new Map(
    rows.map(({ registration: row, guest_category: category, invitation: sent }) => [
      row.emailKey,
      {
        ...row,
        categoryCode: category.code,
        invitation: sent && { ...sent, cancelled: sent.cancelledAt !== null },
      },
    ]),
  )
}
