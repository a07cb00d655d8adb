import { eq } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn, write } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { slugOf } from '#app/shared/slug.ts'
import { event, guestCategory, host } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { type CategoryDetails, openCategory } from './categories/category-details.ts'
import { type EventDetails, type Place, type PlaceAccess, wordFields } from './event-details.ts'
import { checkEventDetails } from './event-rules.ts'
import { chooseSlug } from './event-slugs.server.ts'
import { insertVenue } from './venues.server.ts'

type NewCategory = CategoryDetails & { code?: string }

export type NewEvent = Omit<EventDetails, 'place'> & {
  /** Its main venue, and how one gets there where that is known already. */
  place: Place & Partial<PlaceAccess>
  organizationId: string
  slug?: string
  parentId?: string
  categories?: NewCategory[]
}

/** Makes an event, unpublished, hosted by one organization; others are asked to join as hosts. */
export async function createEvent(ctx: Context, input: NewEvent): Promise<{ id: string; slug: string }> {
  await requireOrganizationRight(ctx, 'event.edit', input.organizationId)
  checkEventDetails(input)
  const { organizationId, place, parentId, ...details } = input
  const categories: NewCategory[] = input.categories ?? [openCategory]
  const words = Object.fromEntries(wordFields.map((field) => [field, write(details[field], ctx.locale)]))
  const { en = '', vi = '' } = details.title
  const wanted = input.slug || slugOf(en) || slugOf(vi) || 'event'
  return withTransaction(async (tx) => {
    const slug = await chooseSlug(tx, wanted)
    const [made] = await tx
      .insert(event)
      .values({
        ...details,
        ...words,
        slug,
        parentId: parentId ?? null,
        createdAt: ctx.now,
        updatedAt: ctx.now,
      })
      .onConflictDoNothing({ target: event.slug })
      .returning({ id: event.id, slug: event.slug, title: event.title })
    if (!made) throw new Refusal('event-slug-taken', 'state')
    const { id: venueId } = await insertVenue(tx, {
      ...place,
      eventId: made.id,
      name: write(place.name, ctx.locale),
      city: write(place.city, ctx.locale),
      wayThere: write(place.wayThere ?? {}, ctx.locale),
      entrance: write(place.entrance ?? {}, ctx.locale),
      parking: write(place.parking ?? {}, ctx.locale),
    })
    await tx.update(event).set({ venueId }).where(eq(event.id, made.id))
    await tx.insert(host).values({ eventId: made.id, organizationId, position: 1 })
    await tx.insert(guestCategory).values(
      categories.map(({ code, ...category }, index) => ({
        ...category,
        eventId: made.id,
        code: code ?? (slugOf(category.name.en || category.name.vi || '') || `category-${index + 1}`),
        name: write(category.name, ctx.locale),
        description: write(category.description, ctx.locale),
        position: index + 1,
      })),
    )
    await recordActivity(ctx, {
      verb: 'event.created',
      eventId: made.id,
      organizationId,
      subjectId: made.id,
      subjectName: textIn(made.title, ctx.locale),
    })
    await pageChanged(pageTag.home)
    return { id: made.id, slug: made.slug }
  })
}
