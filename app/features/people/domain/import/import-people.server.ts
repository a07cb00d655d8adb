import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { freeSlug } from '#app/shared/slug.ts'
import type { Transaction } from '#db/client.server.ts'
import { distinctPeople, person, portrait } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import type { MergedFields } from '../duplicates/merged-person.ts'
import { otherThanPeople } from '../duplicates/other-than-people.ts'
import { isKeptRecord } from '../kept-person.server.ts'
import { introduceAt, seenAt } from '../known-to-hosts.server.ts'
import { personSlug } from '../person-slug.ts'
import { reachable } from '../reach.server.ts'
import { type KnownRow, type PeopleAnswers, type PlannedPerson, planPeople } from './plan-people.ts'
import { type PeopleChoices, readPeople } from './read-people.ts'

const most = 5000
const atOnce = 500

type Input = { eventId: string; text: string; choices?: PeopleChoices; answers?: PeopleAnswers }

/** What a list of people would do, without doing it. */
export async function previewPeople(ctx: Context, { eventId, text, choices, answers }: Input) {
  await requireEventRight(ctx, 'people.edit', eventId)
  const kind = otherThanPeople(text)
  if (kind) throw new Refusal('people-import-other-kind', 'invalid', { kind })
  const read = readPeople(text, choices)
  const rows = read.people.length + read.unreadable.length
  if (rows === 0) throw new Refusal('people-import-empty', 'invalid')
  if (rows > most) throw new Refusal('people-import-too-many', 'invalid')
  const plan = planPeople(read, await knownRows(ctx, eventId), ctx.locale, answers)
  return { plan, table: read.table, candidates: await candidatesOf(plan) }
}

/** Adds who is new and fills what was blank of those who are known; what is unclear stays out. */
export async function importPeople(ctx: Context, input: Input) {
  const { eventId } = input
  await requireEventRight(ctx, 'people.edit', eventId)
  return withTransaction(async (tx) => {
    // Two imports of one list at a time would both find nobody.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`people-import ${eventId}`}))`)
    const { plan } = await previewPeople(ctx, input)
    const added = await addAll(ctx, tx, eventId, plan)
    let filled = 0
    const known = plan.flatMap((row) => (row.what === 'known' ? [row.id] : []))
    const own = await reachable(ctx, known)
    for (const row of plan) {
      if (row.what !== 'known') continue
      const fills = own.has(row.id) ? row.fills : withoutReach(row.fills)
      if (Object.keys(fills).length === 0) continue
      filled += 1
      await tx
        .update(person)
        .set({ ...fills, revision: sql`${person.revision} + 1` })
        .where(eq(person.id, row.id))
    }
    if (added + filled > 0) {
      await recordActivity(ctx, { verb: 'people.imported', eventId, details: { added, filled } })
    }
    return { added, filled }
  })
}

async function addAll(ctx: Context, tx: Transaction, eventId: string, plan: PlannedPerson[]) {
  const added = plan.flatMap((row) => (row.what === 'new' ? [row] : []))
  if (added.length === 0) return 0
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('person-slug'))`)
  const taken = await takenSlugs(tx, [...new Set(added.map(({ person: { name } }) => personSlug(name)))])
  for (let at = 0; at < added.length; at += atOnce) {
    const rows = added.slice(at, at + atOnce).map((one) => {
      const slug = freeSlug(personSlug(one.person.name), taken)
      taken.add(slug)
      return { ...one.person, slug, locale: one.locale ?? ctx.locale, createdAt: ctx.now }
    })
    const made = await tx.insert(person).values(rows).returning({ id: person.id })
    await introduceAt(
      ctx,
      tx,
      eventId,
      made.map(({ id }) => id),
    )
    // Whoever was said to be somebody new is not suggested as a duplicate afterwards.
    const apart = made.flatMap(({ id }, n) =>
      (added[at + n]?.apartFrom ?? []).map((other) => pairOf(ctx, id, other)),
    )
    if (apart.length > 0) await tx.insert(distinctPeople).values(apart).onConflictDoNothing()
  }
  return added.length
}

function pairOf(ctx: Context, one: string, other: string) {
  const [firstId, secondId] = one < other ? [one, other] : [other, one]
  const saidById = ctx.actor.kind === 'account' ? ctx.actor.accountId : null
  return { firstId, secondId, saidById, saidAt: ctx.now }
}

/** By what somebody is reached whom only other bodies know is not filled in from a list. */
function withoutReach({ email, assistantEmail, ...fills }: MergedFields): MergedFields {
  return fills
}

async function takenSlugs(tx: Transaction, wanted: string[]): Promise<Set<string>> {
  const rows = await tx.execute<{ slug: string }>(sql`
    select slug from person where regexp_replace(slug, '-\\d+$', '') = any(${sql.param(wanted)}::text[])
      or slug = any(${sql.param(wanted)}::text[])`)
  return new Set(rows.map(({ slug }) => slug))
}

/** Whom the questions are about, with what tells namesakes apart. */
async function candidatesOf(plan: readonly PlannedPerson[]) {
  const ids = [...new Set(plan.flatMap((row) => (row.what === 'asked' ? row.candidates : [])))]
  if (ids.length === 0) return []
  const { id, name, email, position, affiliation } = person
  return database()
    .select({ id, name, email, position, affiliation, portraitId: portrait.id })
    .from(person)
    .leftJoin(portrait, and(eq(portrait.personId, person.id), isNull(portrait.removedAt)))
    .where(inArray(person.id, ids))
}

export type PersonCandidate = Awaited<ReturnType<typeof candidatesOf>>[number]

function knownRows(ctx: Context, eventId: string): Promise<KnownRow[]> {
  const { id, name, otherNames, honorific, position, affiliation, biography } = person
  const { pronunciation, precedence, email, assistantEmail, timeZone } = person
  return database()
    .select({
      id,
      name,
      otherNames,
      honorific,
      position,
      affiliation,
      biography,
      pronunciation,
      precedence,
      email,
      assistantEmail,
      timeZone,
    })
    .from(person)
    .where(and(seenAt(ctx, eventId), isKeptRecord))
    .orderBy(asc(person.createdAt))
}
