import { and, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { Refusal } from '#app/shared/errors.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { SupporterConsent } from '#app/shared/vocabulary.ts'
import { event, initiative, initiativeOrganization, organization, supporterText } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

/** What supporters are told of an initiative, and who writes to them. */
export type SupportedInitiative = Awaited<ReturnType<typeof initiatives>>[number]

const bodies = sql<{ id: string; name: TranslatedText; shortName: string }[]>`(
  select coalesce(jsonb_agg(
    jsonb_build_object('id', o.id, 'name', o.name, 'shortName', o.short_name) order by i.position, o.short_name
  ), '[]')
  from ${initiativeOrganization} i join ${organization} o on o.id = i.organization_id
  where i.initiative_id = ${initiative.id})`

/** The newest version of each consent's words; empty before anybody agreed to any. */
const texts = sql<{ id: string; consent: SupporterConsent; text: TranslatedText }[]>`(
  select coalesce(jsonb_agg(to_jsonb(newest)), '[]') from (
    select distinct on (t.consent) t.id, t.consent, t.text
    from ${supporterText} t where t.initiative_id = ${initiative.id} order by t.consent, t.version desc
  ) newest)`

function initiatives(condition: SQL | undefined) {
  return database()
    .select({
      id: initiative.id,
      slug: initiative.slug,
      name: initiative.name,
      summary: initiative.summary,
      accent: event.accent,
      isPublished: sql<boolean>`${initiative.publishedAt} is not null`,
      bodies,
      texts,
    })
    .from(initiative)
    .leftJoin(event, eq(event.id, initiative.bornAtId))
    .where(and(isNull(initiative.removedAt), condition))
}

/** The published one at an address, which can be joined; refused where there is none. */
export async function getJoinable(slug: string): Promise<SupportedInitiative> {
  const [found] = await initiatives(and(eq(initiative.slug, slug), isNotNull(initiative.publishedAt)))
  if (!found) throw new Refusal('initiative-missing', 'missing')
  return found
}

/** The initiative of a supporter, whether readers see it at the moment or not: one may leave it all the same. */
export async function initiativeOf(initiativeId: string): Promise<SupportedInitiative> {
  const [found] = await initiatives(eq(initiative.id, initiativeId))
  if (!found) throw new Refusal('initiative-missing', 'missing')
  return found
}

/** The same for organizers, by its address. */
export async function getSupported(slug: string): Promise<SupportedInitiative> {
  const [found] = await initiatives(eq(initiative.slug, slug))
  if (!found) throw new Refusal('initiative-missing', 'missing')
  return found
}
