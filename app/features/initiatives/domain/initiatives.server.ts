import { and, asc, eq, isNotNull, or, type SQL, sql } from 'drizzle-orm'
import { hostJson, type PublicHost } from '#app/features/events/domain/events.server.ts'
import { pictureWidths } from '#app/features/pictures/domain/picture-widths.ts'
import { Refusal } from '#app/shared/errors.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import {
  event,
  initiative,
  initiativeEvent,
  initiativeOrganization,
  initiativeSession,
  organization,
  picture,
} from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

/** The picture that an initiative opens with. */
export type InitiativeCover = StoredCover & { widths: number[] }
type StoredCover = {
  id: string
  width: number
  height: number
  focalX: number
  focalY: number
  alt: TranslatedText
  credit: TranslatedText
}

/** All published initiatives in their order. */
export function listInitiatives() {
  return publicInitiatives()
}

/** The published initiatives that were launched at an event. */
export function listInitiativesBornAt(eventId: string) {
  return publicInitiatives(eq(initiative.bornAtId, eventId))
}

/** The published initiatives that an event launched, and those that it came of: one statement. */
export async function listInitiativesAround(eventId: string) {
  const around = or(eq(initiative.bornAtId, eventId), comesOf(eventId))
  const found = await publicInitiatives(around)
  return {
    launched: found.filter(({ bornAtId }) => bornAtId === eventId),
    behind: found.filter(({ eventIds }) => eventIds.includes(eventId)),
  }
}

/** The published initiatives that a session came of. */
export function listInitiativesBehindSession(sessionId: string) {
  return publicInitiatives(
    sql`exists (select 1 from ${initiativeSession} s
      where s.initiative_id = ${initiative.id} and s.session_id = ${sessionId})`,
  )
}

/** The published one at an address, or refused: a draft does not exist for readers. */
export async function getInitiative(slug: string): Promise<PublicInitiative> {
  const [found] = await publicInitiatives(eq(initiative.slug, slug))
  if (!found) throw new Refusal('initiative-missing', 'missing')
  return found
}

/** An initiative as readers would see it, published or not: for organizers whose right was checked. */
export async function getInitiativeForPreview(id: string): Promise<PublicInitiative> {
  const [found] = await initiatives(eq(initiative.id, id))
  if (!found) throw new Refusal('initiative-missing', 'missing')
  return found
}

export type PublicInitiative = Awaited<ReturnType<typeof initiatives>>[number]

const comesOf = (eventId: string) => sql`exists (
  select 1 from ${initiativeEvent} c where c.initiative_id = ${initiative.id} and c.event_id = ${eventId})`

const bodies = sql<PublicHost[]>`(
  select coalesce(json_agg(${hostJson} order by i.position, o.short_name), '[]')
  from ${initiativeOrganization} i join ${organization} o on o.id = i.organization_id
  where i.initiative_id = ${initiative.id})`

const cover = sql<StoredCover | null>`(
  select json_build_object(
    'id', c.id, 'width', c.width, 'height', c.height, 'focalX', c.focal_x, 'focalY', c.focal_y,
    'alt', c.alt, 'credit', c.credit
  ) from ${picture} c where c.initiative_id = ${initiative.id} and c.use = 'cover' and c.removed_at is null)`

/** Ids of the events that came of it, published or not. */
const eventIds = sql<string[]>`(
  select coalesce(json_agg(c.event_id), '[]') from ${initiativeEvent} c where c.initiative_id = ${initiative.id})`

function publicInitiatives(condition?: SQL) {
  return initiatives(and(isNotNull(initiative.publishedAt), condition))
}

async function initiatives(condition?: SQL) {
  const bornAt = {
    id: event.id,
    slug: event.slug,
    title: event.title,
    startsAt: event.startsAt,
    timeZone: event.timeZone,
    accent: event.accent,
  }
  const found = await database()
    .select({
      id: initiative.id,
      slug: initiative.slug,
      name: initiative.name,
      summary: initiative.summary,
      description: initiative.description,
      publishedAt: initiative.publishedAt,
      createdAt: initiative.createdAt,
      updatedAt: initiative.updatedAt,
      bornAtId: initiative.bornAtId,
      bodies,
      cover,
      eventIds,
      bornAt,
    })
    .from(initiative)
    .leftJoin(event, and(eq(event.id, initiative.bornAtId), isNotNull(event.publishedAt)))
    .where(condition)
    .orderBy(asc(initiative.position), asc(initiative.slug))
  return found.map((one) => ({ ...one, cover: withWidths(one.cover) }))
}

const withWidths = (of: StoredCover | null): InitiativeCover | null =>
  of && { ...of, widths: pictureWidths(of.width) }
