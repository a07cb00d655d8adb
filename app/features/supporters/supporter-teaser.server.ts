import { countryName } from '#app/shared/i18n/country-name.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { countSupporters, listPublicSupporters } from './domain/public-supporters.server.ts'
import type { ShownSupporter } from './supporter-list.tsx'

const mostShown = 24

export type SupporterTeaser = { joined: number; listed: number; rows: ShownSupporter[]; hasMore: boolean }

/** What the page of an initiative says of its supporters: how many they are, and the first of those who are listed. */
export async function supporterTeaser(initiativeId: string, locale: Locale): Promise<SupporterTeaser> {
  const [{ rows, next }, { joined, listed }] = await Promise.all([
    listPublicSupporters(initiativeId, { locale, size: mostShown }),
    countSupporters(initiativeId),
  ])
  return {
    joined,
    listed,
    rows: rows.map((row) => ({ ...row, country: countryName(row.country, locale) })),
    hasMore: next !== null,
  }
}
