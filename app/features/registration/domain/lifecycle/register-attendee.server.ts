import { linkIdOf } from '#app/features/links/domain/link-at.server.ts'
import type { GivenAnswers } from '#app/features/questions/domain/question-details.ts'
import type { RegistrationInput } from '#app/features/registration/registration.schema.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { hasTag, mailboxKey } from '#app/shared/http/mailbox-key.ts'
import { countAttempt, isOwnMachine } from '#app/shared/http/rate-limit.server.ts'
import { attendeeOf } from '../attendee.ts'
import { companionLimitOf } from '../categories.server.ts'
import { remindOfLink, remindQuietly } from '../links/remind-of-link.server.ts'
import { joinArrivals } from './arrivals-queue.server.ts'
import { isWrongGuess, lookAtCode } from './guesses.server.ts'

/** A whole hall may come from one address; one mailbox has any number of addresses behind a plus. */
const limits = {
  source: { limit: 300, seconds: 600 },
  // Behind a proxy that is not trusted everybody comes from this machine: only a flood is told from a crowd then.
  ownMachine: { limit: 5000, seconds: 3600 },
  mailbox: { limit: 5, seconds: 86_400 },
}

/**
 * Registers a visitor for an event: a seat, a place on the waitlist or a wait for approval. The same wish again within
 * minutes returns the same registration; a known address with other words gets its link by mail instead of on screen,
 * since whoever typed it may not be its owner. Refuses outside the registration times, and where the category is not
 * open to the person, and after too many wrong codes from one network. Where the address is to be proved, a free seat is
 * held for half an hour and no link is shown to anybody. Companions get seats in the transaction that gives their guest's.
 * `linkCode` is that of the counted link by which they came.
 */
export async function registerAttendee(
  ctx: Context,
  slug: string,
  input: RegistrationInput & { answers?: GivenAnswers },
  linkCode: string | null = null,
): Promise<Registered | { kind: 'link-mailed' | 'address-asked' }> {
  await countAttempt(`register:${ctx.source}`, isOwnMachine(ctx.source) ? limits.ownMachine : limits.source)
  if (hasTag(input.email)) await countAttempt(`register:${slug}:${mailboxKey(input.email)}`, limits.mailbox)
  const { category, code } = input
  await checkCompanions(slug, input)
  const { companions = 0, companionNames: names = [] } = input
  const wish = companions > 0 ? { companions, names } : undefined
  const linkId = linkCode && (await linkIdOf(slug, linkCode))
  const attendee = {
    ...attendeeOf({ ...input, language: input.language ?? ctx.locale }),
    answers: input.answers ?? {},
    wish,
    linkId,
  }
  const arrive = () => joinArrivals(slug, { ctx, attendee, category, accessCode: code })
  const outcome = await (code ? lookAtCode(ctx.source, slug, arrive, isWrongGuess) : arrive())
  if (outcome.kind === 'refused') throw outcome.refusal
  if (outcome.asksAddress) {
    // Known or new, what is answered is the same: only the mail says more.
    if (outcome.kind === 'repeat') await remindQuietly(ctx, outcome.eventId, outcome.id)
    return { kind: 'address-asked' }
  }
  if (outcome.kind === 'registered' || outcome.same) {
    return { kind: 'registered', tokenSalt: outcome.tokenSalt }
  }
  await remindOfLink(ctx, outcome.eventId, outcome.id)
  return { kind: 'link-mailed' }
}

type Registered = { kind: 'registered'; tokenSalt: string }

/** Before anything is written: so many may come along in this category. */
async function checkCompanions(slug: string, { category, companions = 0 }: RegistrationInput): Promise<void> {
  if (companions === 0) return
  const limit = await companionLimitOf(slug, category)
  if (limit !== null && companions > limit) throw new Refusal('companions-too-many', 'invalid', { limit })
}
