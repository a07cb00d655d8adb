import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { consentText, event, eventList, host, list, organization } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { joinLists } from './join-lists.server.ts'

/** The lists that the registration form of an event offers, each with the words that are agreed to now. */
export function listOffered(eventId: string) {
  const newest = sql<{ id: string; text: TranslatedText }>`(
    select jsonb_build_object('id', c.id, 'text', c.text) from ${consentText} c
    where c.list_id = ${list.id} order by c.version desc limit 1
  )`
  return database()
    .select({ id: list.id, title: list.title, organization: organization.name, consent: newest })
    .from(eventList)
    .innerJoin(list, eq(list.id, eventList.listId))
    .innerJoin(organization, eq(organization.id, list.organizationId))
    .where(and(eq(eventList.eventId, eventId), isNull(list.archivedAt)))
    .orderBy(asc(list.createdAt), asc(list.id))
}

/** The lists that an event could offer, those of its hosts, and whether it does. */
export async function listChoices(ctx: Context, eventId: string) {
  await requireEventRight(ctx, 'event.edit', eventId)
  return database()
    .select({
      id: list.id,
      title: list.title,
      organization: organization.shortName,
      isOffered: sql<boolean>`exists (
        select from ${eventList} e where e.list_id = ${list.id} and e.event_id = ${eventId}
      )`,
    })
    .from(host)
    .innerJoin(organization, eq(organization.id, host.organizationId))
    .innerJoin(list, eq(list.organizationId, organization.id))
    .where(and(eq(host.eventId, eventId), isNull(list.archivedAt), isNull(list.initiativeId)))
    .orderBy(asc(host.position), asc(list.createdAt), asc(list.id))
}

/** From now on the event's form offers these lists of its hosts, and no others. Answers whether that is new. */
export async function offerLists(
  ctx: Context,
  eventId: string,
  listIds: readonly string[],
): Promise<boolean> {
  const choices = await listChoices(ctx, eventId)
  if (listIds.some((id) => !choices.some((choice) => choice.id === id)))
    throw new Refusal('list-missing', 'missing')
  const isSame = choices.every((choice) => choice.isOffered === listIds.includes(choice.id))
  if (isSame) return false
  return withTransaction(async (tx) => {
    await tx.delete(eventList).where(eq(eventList.eventId, eventId))
    if (listIds.length > 0)
      await tx.insert(eventList).values([...new Set(listIds)].map((listId) => ({ eventId, listId })))
    await recordActivity(ctx, { verb: 'event.lists-offered', eventId, details: { count: listIds.length } })
    await pageChanged(pageTag.event(eventId))
    return true
  })
}

type Ticked = { email: string; name: string; language: Locale; consents: readonly string[] }

/**
 * Whoever registered and ticked boxes asks to be on those lists. The registration stands whatever comes of it, so that
 * nothing is refused: what the event does not offer is as good as not ticked.
 */
export async function joinOffered(
  ctx: Context,
  slug: string,
  { consents, ...person }: Ticked,
): Promise<void> {
  if (consents.length === 0) return
  const offered = await database()
    .select({ id: consentText.id })
    .from(consentText)
    .innerJoin(eventList, eq(eventList.listId, consentText.listId))
    .innerJoin(event, eq(event.id, eventList.eventId))
    .where(and(eq(event.slug, slug), inArray(sql`${consentText.id}::text`, [...consents])))
  if (offered.length === 0) return
  try {
    await joinLists(ctx, { ...person, consents: offered.map(({ id }) => id), place: 'registration' })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}
