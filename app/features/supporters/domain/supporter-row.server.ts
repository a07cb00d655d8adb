import { eq, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import type { SupporterConsent } from '#app/shared/vocabulary.ts'
import type { Transaction } from '#db/client.server.ts'
import { supporter } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { keepText } from './consent-texts.server.ts'
import type { SupportedInitiative } from './initiative-of.server.ts'

const shown = {
  id: supporter.id,
  initiativeId: supporter.initiativeId,
  email: supporter.email,
  name: supporter.name,
  body: supporter.body,
  kind: supporter.kind,
  country: supporter.country,
  offers: supporter.offers,
  seeks: supporter.seeks,
  locale: supporter.locale,
  state: supporter.state,
  linkId: supporter.linkId,
  askedAt: supporter.askedAt,
  mailedAt: supporter.mailedAt,
  resentAt: supporter.resentAt,
  joinedAt: supporter.joinedAt,
  leftAt: supporter.leftAt,
  removedReason: supporter.removedReason,
  listedTextId: supporter.listedTextId,
  listedLocale: supporter.listedLocale,
  listedAt: supporter.listedAt,
  newsTextId: supporter.newsTextId,
  newsLocale: supporter.newsLocale,
  newsAt: supporter.newsAt,
  remark: supporter.remark,
  isMarked: supporter.isMarked,
  revision: supporter.revision,
  createdAt: supporter.createdAt,
}

export type Supporter = Pick<typeof supporter.$inferSelect, keyof typeof shown>

/** A supporter as stored; null when there is none, or no more. */
export async function findSupporter(id: string): Promise<Supporter | null> {
  const [found] = await database().select(shown).from(supporter).where(eq(supporter.id, id))
  return found ?? null
}

/** The same row until the transaction ends. */
export async function lockSupporter(tx: Transaction, id: string): Promise<Supporter | null> {
  const [found] = await tx.select(shown).from(supporter).where(eq(supporter.id, id)).for('no key update')
  return found ?? null
}

/** The same by address. */
export async function lockSupporterAt(
  tx: Transaction,
  initiativeId: string,
  email: string,
): Promise<Supporter | null> {
  const [found] = await tx
    .select(shown)
    .from(supporter)
    .where(sql`${supporter.initiativeId} = ${initiativeId} and lower(${supporter.email}) = lower(${email})`)
    .for('no key update')
  return found ?? null
}

/** The columns of what is agreed to now, in the language in which it was read; nothing is in force by them alone. */
export async function agreedColumns(
  ctx: Context,
  tx: Transaction,
  initiative: SupportedInitiative,
  agreed: Record<SupporterConsent, boolean>,
) {
  const keep = (consent: SupporterConsent) => (agreed[consent] ? keepText(tx, initiative, consent) : null)
  const listedTextId = await keep('listed')
  const newsTextId = await keep('news')
  return {
    listedTextId,
    listedLocale: listedTextId === null ? null : ctx.locale,
    newsTextId,
    newsLocale: newsTextId === null ? null : ctx.locale,
  }
}
