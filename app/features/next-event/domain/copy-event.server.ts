import { and, asc, eq, ne } from 'drizzle-orm'
import { createEvent } from '#app/features/events/domain/create-event.server.ts'
import { addHost } from '#app/features/organizations/domain/add-host.server.ts'
import { askHost } from '#app/features/organizations/domain/ask-host.server.ts'
import { copyQuestions } from '#app/features/questions/domain/copy-questions.server.ts'
import { writtenIn } from '#app/features/venues/domain/venue-details.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { requireEventRight, rolesAtEvent } from '#app/shared/permissions/permissions.server.ts'
import { roleMay } from '#app/shared/permissions/rights.ts'
import type { Transaction } from '#db/client.server.ts'
import { event, guestCategory, host, mailWords, venue } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { carryActions } from './carry-actions.server.ts'
import { copyAgenda } from './copy-agenda.server.ts'
import { copyRules } from './copy-rules.server.ts'
import { daysUntil, shiftedTime } from './shifted-time.ts'

const nowhere = { name: {}, address: '', city: {}, country: '' }

export type NextEvent = {
  eventId: string
  /** The organization it is made for, one of the actor's own. */
  organizationId: string
  title: { vi: string; en: string }
  slug: string
  /** Its first day on the event's own clock, YYYY-MM-DD; every time of the old one moves by as many days. */
  day: string
  agenda: boolean
  categories: boolean
  actions: boolean
}

/**
 * Makes the next event from an earlier one: words, place, hosts (where the actor may choose them), and what was ticked
 * of agenda with its roles, categories and open actions, with its questions and rules. It is a draft: nobody is told but the other hosts, who are asked to join. Needs the right to edit
 * the old one and to make events for the organization.
 */
export async function copyEvent(ctx: Context, next: NextEvent): Promise<{ id: string; slug: string }> {
  await requireEventRight(ctx, 'event.edit', next.eventId)
  const [found] = await database()
    .select({ old: event, place: venue })
    .from(event)
    .leftJoin(venue, eq(venue.id, event.venueId))
    .where(eq(event.id, next.eventId))
  if (!found) throw new Refusal('event-missing', 'missing')
  const { old, place } = found
  const days = daysUntil(next.day, old.startsAt, old.timeZone)
  const at = (instant: Date) => shiftedTime(instant, days, old.timeZone)
  const maybe = (instant: Date | null) => instant && at(instant)
  return withTransaction(async (tx) => {
    const made = await createEvent(ctx, {
      organizationId: next.organizationId,
      title: next.title,
      kind: old.kind,
      theme: old.theme,
      summary: old.summary,
      description: old.description,
      timeZone: old.timeZone,
      accent: old.accent,
      notice: {},
      contactEmail: old.contactEmail,
      entry: old.entry,
      ticketsUrl: null,
      capacity: old.capacity,
      waitlist: old.waitlist,
      asksAddress: old.asksAddress,
      remindsDayBefore: old.remindsDayBefore,
      remindsHourBefore: old.remindsHourBefore,
      asksFeedback: old.asksFeedback,
      offerHours: old.offerHours,
      startsAt: at(old.startsAt),
      endsAt: at(old.endsAt),
      ...(next.slug && { slug: next.slug }),
      ...(old.parentId && { parentId: old.parentId }),
      place: place ? writtenIn(place) : nowhere,
      registrationOpensAt: maybe(old.registrationOpensAt),
      registrationClosesAt: maybe(old.registrationClosesAt),
      retainUntil: maybe(old.retainUntil),
      ...(next.categories && { categories: await categoriesOf(old.id) }),
    })
    await tx
      .update(event)
      .set({ copiedFromId: old.id, seriesId: old.seriesId, securityAsks: old.securityAsks })
      .where(eq(event.id, made.id))
    await askHosts(ctx, old.id, made.id, next.organizationId)
    await copyMailWords(tx, old.id, made.id)
    await copyQuestions(tx, { from: old.id, to: made.id, withCategories: next.categories })
    const tracks = next.agenda ? await copyAgenda(ctx, { from: old.id, to: made.id, at }) : new Map()
    await copyRules(tx, { from: old.id, to: made.id, tracks })
    if (next.actions) await carryActions(ctx, { from: old, to: made.id })
    await recordActivity(ctx, {
      verb: 'event.copied',
      eventId: made.id,
      subjectId: old.id,
      subjectName: textIn(old.title, ctx.locale),
    })
    return made
  })
}

/** How the hosts speak to their guests is theirs at the next table too. */
async function copyMailWords(tx: Transaction, from: string, to: string) {
  const { kind, subject, opening } = mailWords
  const words = await tx.select({ kind, subject, opening }).from(mailWords).where(eq(mailWords.eventId, from))
  if (words.length > 0) await tx.insert(mailWords).values(words.map((one) => ({ ...one, eventId: to })))
}

async function categoriesOf(eventId: string) {
  const { code, name, description, capacity, needsApproval, emailDomains, accessCode, companionLimit } =
    guestCategory
  return database()
    .select({ code, name, description, capacity, needsApproval, emailDomains, accessCode, companionLimit })
    .from(guestCategory)
    .where(eq(guestCategory.eventId, eventId))
    .orderBy(asc(guestCategory.position))
}

/** Those who may choose hosts ask the other ones to the next table too; others bring their own body only. */
async function askHosts(ctx: Context, from: string, to: string, organizationId: string) {
  const isSystem = ctx.actor.kind === 'system'
  const mayChoose = isSystem || (await rolesAtEvent(ctx, from)).some((role) => roleMay(role, 'hosts.edit'))
  if (!mayChoose) return
  const others = await database()
    .select()
    .from(host)
    .where(and(eq(host.eventId, from), ne(host.organizationId, organizationId)))
    .orderBy(asc(host.position))
  const ask = isSystem ? addHost : askHost
  for (const { organizationId: body } of others) {
    await ask(ctx, { eventId: to, organizationId: body })
  }
}
