import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { Refusal } from '#app/shared/errors.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import {
  consentText,
  host,
  initiative,
  initiativeOrganization,
  list,
  organization,
} from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

/** The text that is agreed to from now on: its newest version. */
const current = sql<{ id: string; text: TranslatedText } | null>`(
  select jsonb_build_object('id', c.id, 'text', c.text) from ${consentText} c
  where c.list_id = ${list.id} order by c.version desc limit 1
)`

/** A list as its page shows it, by its address; refused where there is none. One that was closed says so. */
export async function getPublicList(slug: string) {
  const [found] = await database()
    .select({
      id: list.id,
      slug: list.slug,
      title: list.title,
      description: list.description,
      archivedAt: list.archivedAt,
      organization: organization.name,
      website: organization.website,
      consent: current,
      /** Whose supporters stand on it: it is joined on that page. */
      initiative: initiative.slug,
    })
    .from(list)
    .innerJoin(organization, eq(organization.id, list.organizationId))
    .leftJoin(initiative, eq(initiative.id, list.initiativeId))
    .where(eq(list.slug, slug))
  if (!found?.consent) throw new Refusal('list-missing', 'missing')
  return { ...found, consent: found.consent }
}

/** The lists of an event's hosts that anybody may join, in the order of the hosts. */
export async function listHostLists(eventId: string) {
  return database()
    .select({ id: list.id, slug: list.slug, title: list.title, organization: organization.shortName })
    .from(host)
    .innerJoin(organization, eq(organization.id, host.organizationId))
    .innerJoin(list, eq(list.organizationId, organization.id))
    .where(and(eq(host.eventId, eventId), isNull(list.archivedAt), isNull(list.initiativeId)))
    .orderBy(asc(host.position), asc(list.createdAt), asc(list.id))
}

/** The lists of an initiative's bodies that anybody may join. */
export function listListsOfInitiative(initiativeId: string) {
  return database()
    .select({ id: list.id, slug: list.slug, title: list.title, organization: organization.name })
    .from(initiativeOrganization)
    .innerJoin(organization, eq(organization.id, initiativeOrganization.organizationId))
    .innerJoin(list, eq(list.organizationId, organization.id))
    .where(
      and(
        eq(initiativeOrganization.initiativeId, initiativeId),
        isNull(list.archivedAt),
        isNull(list.initiativeId),
      ),
    )
    .orderBy(asc(organization.shortName), asc(list.createdAt), asc(list.id))
}

export type BodyList = Awaited<ReturnType<typeof listListsOfInitiative>>[number]

/** The initiative with this address, when the list is one of a body of it: where somebody can have come from. */
export async function findInitiativeOf(listId: string, slug: string) {
  const [found] = await database()
    .select({ slug: initiative.slug, name: initiative.name })
    .from(initiative)
    .innerJoin(initiativeOrganization, eq(initiativeOrganization.initiativeId, initiative.id))
    .innerJoin(list, eq(list.organizationId, initiativeOrganization.organizationId))
    .where(and(eq(initiative.slug, slug), eq(list.id, listId)))
  return found ?? null
}

/** The lists that anybody may join, for the map of the site. */
export function listOpenLists() {
  return database()
    .select({ id: list.id, slug: list.slug })
    .from(list)
    .where(and(isNull(list.archivedAt), isNull(list.initiativeId)))
    .orderBy(desc(list.createdAt))
    .limit(1000)
}
