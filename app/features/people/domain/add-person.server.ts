import { like, sql } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { freeSlug } from '#app/shared/slug.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { person } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { introduceAt } from './known-to-hosts.server.ts'
import { personSlug } from './person-slug.ts'

export type NewPerson = {
  /** The event for which somebody is added: its hosts see the person there, and the body of whoever adds knows them. */
  eventId: string
  /** Given where others name somebody before they are there. */
  id?: string
  name: string
  honorific?: TranslatedText
  position?: TranslatedText
  affiliation?: TranslatedText
  biography?: TranslatedText
  pronunciation?: string | null
  precedence?: number
  email?: string | null
  assistantEmail?: string | null
  otherNames?: string
  timeZone?: string | null
  locale?: Locale
}

/** Adds a person under a free address made from the name, which is kept as it was written. */
export async function addPerson(ctx: Context, input: NewPerson): Promise<typeof person.$inferSelect> {
  const { eventId, ...given } = input
  await requireEventRight(ctx, 'people.edit', eventId)
  const name = given.name.normalize('NFC').trim()
  if (!name) throw new Refusal('person-name-missing', 'invalid')
  return withTransaction(async (tx) => {
    const wanted = personSlug(name)
    // Until the transaction ends nobody else chooses: two of one name would take the same address.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('person-slug'))`)
    const taken = await tx
      .select({ slug: person.slug })
      .from(person)
      .where(like(person.slug, `${wanted}%`))
    const slug = freeSlug(wanted, new Set(taken.map((row) => row.slug)))
    const [added] = await tx
      .insert(person)
      .values({ ...given, name, slug, createdAt: ctx.now })
      .returning()
    if (!added) throw new Error('A person was inserted without a row')
    await introduceAt(ctx, tx, eventId, [added.id])
    await recordActivity(ctx, { verb: 'person.added', eventId, subjectId: added.id, subjectName: name })
    return added
  })
}
