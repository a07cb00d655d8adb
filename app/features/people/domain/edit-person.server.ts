import { and, eq } from 'drizzle-orm'
import { changesOf } from '#app/features/events/domain/edit-changes.ts'
import { endSpeakingLinks, type LinkHolder } from '#app/features/invitations/domain/speaking-link.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { edit, type TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { person } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { proposeContact } from './contact-proposals.server.ts'
import { type KnownPerson, lockKnownPeople } from './known-to-hosts.server.ts'
import { type PersonDetails, personWordFields, usualPrecedence } from './person-details.ts'
import { type Reach, reachable, reachFields, tellOldAddress } from './reach.server.ts'

type Input = { eventId: string; personId: string; revision: number; details: PersonDetails }

/**
 * Saves what an organizer wrote about a person, unless somebody saved since `revision` was read. Readers see it when the
 * agenda is next published. How somebody is reached whom only other bodies know is proposed to these. Answers which fields
 * are others now, and which were proposed.
 */
export async function editPerson(ctx: Context, { eventId, personId, revision, details }: Input) {
  await requireEventRight(ctx, 'people.edit', eventId)
  if (!details.name.trim()) throw new Refusal('person-name-missing', 'invalid')
  return withTransaction(async (tx) => {
    const before = (await lockKnownPeople(ctx, tx, eventId, [personId])).get(personId)
    if (!before) throw new Refusal('person-missing', 'missing')
    if (before.revision !== revision) throw new SavedByOther(before)
    const next = columnsOf(details, before, ctx)
    const changed = Object.entries(next).flatMap(([field, value]) =>
      same(before[field as keyof KnownPerson], value) ? [] : [field],
    )
    const reaching = reachFields.filter((field) => changed.includes(field))
    const isOwn = reaching.length === 0 || (await reachable(ctx, [personId])).has(personId)
    if (!isOwn) {
      const change = Object.fromEntries(reaching.map((field) => [field, next[field]])) as Partial<Reach>
      await proposeContact(ctx, tx, { eventId, personId, change })
      for (const field of reaching) Object.assign(next, { [field]: before[field] })
    }
    const fields = isOwn ? changed : changed.filter((field) => !reaching.some((one) => one === field))
    const proposed = isOwn ? [] : reaching
    if (fields.length === 0) return { fields, proposed }
    await tellOldAddress({ eventId, name: next.name, before, after: next })
    await tx
      .update(person)
      .set({ ...next, revision: revision + 1 })
      .where(and(eq(person.id, personId), eq(person.revision, revision)))
    await endSpeakingLinks(tx, personId, outdatedHolders(before, next))
    await recordActivity(ctx, {
      verb: 'person.edited',
      eventId,
      subjectId: personId,
      subjectName: next.name,
      details: { fields, changes: changesOf(fields, before, next) },
    })
    return { fields, proposed }
  })
}

/** The row that details make of what was there; nothing was when somebody is new. */
export function columnsOf(
  details: PersonDetails,
  before: Partial<Record<(typeof personWordFields)[number], TranslatedText>>,
  { locale }: Pick<Context, 'locale'>,
) {
  const words = personWordFields.map((field) => {
    const { vi, en, confirmed } = details[field]
    return [field, edit(before[field] ?? {}, { vi, en }, locale, confirmed)] as const
  })
  const { name, otherNames, precedence, pronunciation, email, assistantEmail, timeZone } = details
  return {
    ...(Object.fromEntries(words) as Record<(typeof personWordFields)[number], TranslatedText>),
    name: name.normalize('NFC').trim(),
    otherNames: otherNames.normalize('NFC').trim(),
    precedence: precedence ?? usualPrecedence,
    pronunciation: pronunciation || null,
    email: email || null,
    assistantEmail: assistantEmail || null,
    timeZone: timeZone || null,
    locale: details.locale,
  }
}

type Addresses = { email: string | null; assistantEmail: string | null }

/** Whose links went to an address that is another one now. */
function outdatedHolders(before: Addresses, next: Addresses): LinkHolder[] {
  const moved = (from: string | null, to: string | null) =>
    from !== null && from.toLowerCase() !== to?.toLowerCase()
  return [
    ...(moved(before.email, next.email) ? (['person'] as const) : []),
    ...(moved(before.assistantEmail, next.assistantEmail) ? (['assistant'] as const) : []),
  ]
}

function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b)
}

/** jsonb comes back with its keys in another order than it was written. */
function canonical(value: unknown): string {
  return typeof value === 'object' && value !== null
    ? JSON.stringify(Object.entries(value).sort(([x], [y]) => x.localeCompare(y)))
    : JSON.stringify(value ?? null)
}
