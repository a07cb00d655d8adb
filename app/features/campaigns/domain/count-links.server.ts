import { randomInt } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { newLinkCode } from '#app/features/links/domain/link-code.ts'
import { findCampaigns } from '#app/features/mail/domain/campaign/campaign-basis.server.ts'
import { addressesOf } from '#app/features/mail/domain/campaign/draw-campaign.server.ts'
import { env } from '#app/shared/env.server.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { type Locale, locales } from '#app/shared/vocabulary.ts'
import type { Transaction } from '#db/client.server.ts'
import { campaignLink, event, link } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import type { StoredCampaign } from './stored-campaigns.server.ts'

/**
 * Puts counted addresses in place of those that a campaign leads to, one for each language, among the links of the event
 * that it promotes. Without an event nothing is counted.
 */
export async function countLinksOf(tx: Transaction, of: StoredCampaign): Promise<void> {
  if (!of.eventId) return
  const basis = (await findCampaigns([of.id])).get(of.id)
  const [at] = await tx.select({ slug: event.slug }).from(event).where(eq(event.id, of.eventId))
  if (!basis || !at) return
  for (const locale of locales) {
    if (!of.subject[locale]) continue
    const known = new Set(basis.links.filter((one) => one.locale === locale).map(({ url }) => url))
    for (const url of addressesOf(basis, locale)) {
      if (known.has(url)) continue
      const [added] = await tx
        .insert(link)
        .values({
          eventId: of.eventId,
          code: newLinkCode((end) => randomInt(end)),
          name: `${of.name} (${locale})`,
          source: 'mail',
          ...targetOf(url, at.slug, locale),
        })
        .returning({ id: link.id })
      if (added) await tx.insert(campaignLink).values({ campaignId: of.id, locale, url, linkId: added.id })
    }
  }
}

/** A page of the event itself is known by its name, so that its address may change. */
function targetOf(url: string, slug: string, locale: Locale) {
  const at = (path: string) => url === `${env().APP_URL}${path}`
  if (at(publicPath.event(locale, slug))) return { target: 'event' as const, locale }
  if (at(publicPath.register(locale, slug))) return { target: 'register' as const, locale }
  if (at(publicPath.agenda(locale, slug))) return { target: 'agenda' as const, locale }
  return { target: 'page' as const, url }
}

export type LinkFigure = { url: string; locale: Locale; people: number; registered: number }

/** What the links of a campaign did: likely people, and those who registered by them. */
export async function listCampaignLinks(campaignId: string): Promise<LinkFigure[]> {
  return database().execute<LinkFigure>(sql`
    select l.url, l.locale,
      coalesce((select sum(d.person) from link_day d where d.link_id = l.link_id), 0)::int as people,
      (select count(*) from registration r where r.link_id = l.link_id)::int as registered
    from campaign_link l where l.campaign_id = ${campaignId} order by l.locale desc, l.url`)
}
