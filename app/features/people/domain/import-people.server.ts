import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { person } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { introduceAt, seenAt } from './known-to-hosts.server.ts'
import { freeSlug, personSlug } from './person-slug.ts'
import { type KnownRow, type PlannedPerson, planPeople } from './plan-people.ts'
import { readPeople } from './read-people.ts'

const most = 5000
const atOnce = 500

type Input = { eventId: string; text: string }

/** What a list of people would do, without doing it. */
export async function previewPeople(ctx: Context, { eventId, text }: Input) {
  await requireEventRight(ctx, 'people.edit', eventId)
  const read = readPeople(text)
  const rows = read.people.length + read.unreadable.length
  if (rows === 0) throw new Refusal('people-import-empty', 'invalid')
  if (rows > most) throw new Refusal('people-import-too-many', 'invalid')
  return { plan: planPeople(read, await knownRows(ctx, eventId), ctx.locale), ignored: read.ignored }
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
    for (const row of plan) {
      if (row.what !== 'known' || Object.keys(row.fills).length === 0) continue
      filled += 1
      await tx
        .update(person)
        .set({ ...row.fills, revision: sql`${person.revision} + 1` })
        .where(eq(person.id, row.id))
    }
    if (added + filled > 0) {
      await recordActivity(ctx, { verb: 'people.imported', eventId, details: { added, filled } })
    }
    return { added, filled }
  })
}

async function addAll(ctx: Context, tx: Transaction, eventId: string, plan: PlannedPerson[]) {
  const added = plan.flatMap((row) => (row.what === 'new' ? [row.person] : []))
  if (added.length === 0) return 0
  const taken = await takenSlugs(tx, [...new Set(added.map(({ name }) => personSlug(name)))])
  for (let at = 0; at < added.length; at += atOnce) {
    const rows = added.slice(at, at + atOnce).map((one) => {
      const slug = freeSlug(personSlug(one.name), taken)
      taken.add(slug)
      return { ...one, slug, locale: ctx.locale, createdAt: ctx.now }
    })
    const made = await tx.insert(person).values(rows).returning({ id: person.id })
    await introduceAt(
      ctx,
      tx,
      eventId,
      made.map(({ id }) => id),
    )
  }
  return added.length
}

async function takenSlugs(tx: Transaction, wanted: string[]): Promise<Set<string>> {
  const rows = await tx.execute<{ slug: string }>(sql`
    select slug from person where regexp_replace(slug, '-\\d+$', '') = any(${sql.param(wanted)}::text[])
      or slug = any(${sql.param(wanted)}::text[])`)
  return new Set(rows.map(({ slug }) => slug))
}

function knownRows(ctx: Context, eventId: string): Promise<KnownRow[]> {
  const { id, name, otherNames, honorific, position, affiliation, biography } = person
  const { pronunciation, precedence, email, assistantEmail, timeZone } = person
  return database()
    .select({
      ...{ id, name, otherNames, honorific, position, affiliation, biography },
      ...{ pronunciation, precedence, email, assistantEmail, timeZone },
    })
    .from(person)
    .where(and(seenAt(ctx, eventId), isNull(person.mergedIntoId)))
    .orderBy(asc(person.createdAt))
}
