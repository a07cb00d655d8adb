import { eq, inArray } from 'drizzle-orm'
import { sourceOf } from '#app/features/links/domain/link-at.server.ts'
import { signedIds } from '#app/shared/auth/signed-ids.server.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { supporterLogo, supporterText } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { consentTexts, textsKey } from './consent-texts.server.ts'
import { initiativeOf } from './initiative-of.server.ts'
import { listOwnIntroductions } from './introductions/introductions.server.ts'
import { introductionPath } from './supporter-paths.ts'
import { findSupporter, type Supporter } from './supporter-row.server.ts'

/** Everything that a supporter's own page shows; null when there is nobody any more. */
export async function findSupporterPage(id: string, now: Date) {
  const found = await findSupporter(id)
  if (!found) return null
  const initiative = await initiativeOf(found.initiativeId)
  const [cameBy, agreed, logo, introductions] = await Promise.all([
    sourceOf(found.linkId),
    findAgreed(found),
    findLogo(id),
    listOwnIntroductions(id, now),
  ])
  const { remark: _, isMarked: __, removedReason: ___, ...own } = found
  const texts = consentTexts(initiative)
  return {
    supporter: own,
    initiative,
    texts,
    textsKey: textsKey(texts),
    cameBy,
    agreed,
    logo,
    introductions: introductions.map((one) => ({
      ...one,
      path: introductionPath(signedIds('introduction', one.id, id)),
    })),
  }
}

export type AgreedText = { text: TranslatedText; version: number; locale: Locale }

/** The very words that they agreed to, each in its version. */
export async function findAgreed({
  listedTextId,
  listedLocale,
  newsTextId,
  newsLocale,
}: Pick<Supporter, 'listedTextId' | 'listedLocale' | 'newsTextId' | 'newsLocale'>): Promise<{
  listed: AgreedText | null
  news: AgreedText | null
}> {
  const ids = [listedTextId, newsTextId].flatMap((id) => id ?? [])
  if (ids.length === 0) return { listed: null, news: null }
  const { id, text, version } = supporterText
  const rows = await database().select({ id, text, version }).from(supporterText).where(inArray(id, ids))
  const textOf = (of: string | null, locale: Locale | null) => {
    const row = rows.find((one) => one.id === of)
    return row && locale ? { text: row.text, version: row.version, locale } : null
  }
  return { listed: textOf(listedTextId, listedLocale), news: textOf(newsTextId, newsLocale) }
}

/** The sign of a body, and whether readers see it. */
export async function findLogo(supporterId: string) {
  const { id, width, height, shownAt } = supporterLogo
  const [row] = await database()
    .select({ id, width, height, shownAt })
    .from(supporterLogo)
    .where(eq(supporterLogo.supporterId, supporterId))
  return row ?? null
}
