import { and, desc, eq, sql } from 'drizzle-orm'
import { lockContactOf } from '#app/features/lists/domain/contact-row.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { Context } from '#app/shared/context.ts'
import { inEach, type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import type { Transaction } from '#db/client.server.ts'
import { consentText, contact, list, organization, subscription } from '#db/schema/index.ts'
import { consentTexts } from './consent-texts.server.ts'
import type { SupportedInitiative } from './initiative-of.server.ts'
import type { Supporter } from './supporter-row.server.ts'

type ToNews = Pick<Supporter, 'email' | 'name' | 'locale' | 'country'>

/**
 * Puts a supporter who wishes to be written to on the list of news that each body of the initiative has: campaigns go
 * to lists, and whoever leaves one of these leaves all of them. One who stands on them already is known there by their
 * name, language and country of now.
 */
export async function startNews(
  ctx: Context,
  tx: Transaction,
  initiative: SupportedInitiative,
  { supporter, isNew }: { supporter: ToNews; isNew: boolean },
): Promise<void> {
  const { email, name, locale, country } = supporter
  // In the order in which all lock.
  for (const { id: organizationId } of [...initiative.bodies].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const one = await lockContactOf(organizationId, { email, name, locale })
    await tx.update(contact).set({ name, locale, country }).where(eq(contact.id, one.id))
    const news = isNew ? await ensureNewsList(tx, initiative, organizationId) : null
    if (news) await subscribe(ctx, tx, { listId: news.id, contactId: one.id, textId: news.textId })
  }
}

async function subscribe(
  ctx: Context,
  tx: Transaction,
  { listId, contactId, textId }: { listId: string; contactId: string; textId: string },
): Promise<void> {
  const standing = {
    state: 'confirmed' as const,
    place: 'initiative' as const,
    ground: null,
    consentId: textId,
    consentLocale: ctx.locale,
    askedAt: ctx.now,
    confirmedAt: ctx.now,
    leftAt: null,
  }
  await tx
    .insert(subscription)
    .values({ ...standing, listId, contactId, createdAt: ctx.now })
    .onConflictDoUpdate({ target: [subscription.listId, subscription.contactId], set: standing })
}

/** The list of news of an initiative that a body has, with the words of now; made when there is none, null when it was closed. */
export async function ensureNewsList(
  tx: Transaction,
  initiative: SupportedInitiative,
  organizationId: string,
): Promise<{ id: string; textId: string } | null> {
  const own = and(eq(list.initiativeId, initiative.id), eq(list.organizationId, organizationId))
  const findList = async () => {
    const [row] = await tx.select({ id: list.id, archivedAt: list.archivedAt }).from(list).where(own)
    return row
  }
  let found = await findList()
  if (!found) {
    await tx
      .insert(list)
      .values({
        organizationId,
        initiativeId: initiative.id,
        slug: newsSlug(initiative, organizationId),
        ...newsTexts(initiative),
      })
      .onConflictDoNothing()
    found = await findList()
  }
  if (!found || found.archivedAt) return null
  return { id: found.id, textId: await keepListText(tx, found.id, consentTexts(initiative).news) }
}

function newsSlug({ slug }: SupportedInitiative, organizationId: string) {
  return sql<string>`${slug}::text || '-news-' || (select slug from ${organization} where id = ${organizationId})`
}

function newsTexts({ name }: SupportedInitiative): { title: TranslatedText; description: TranslatedText } {
  return {
    title: inEach((locale) => m['supporters.news.list']({ initiative: textIn(name, locale) }, { locale })),
    description: inEach((locale) =>
      m['supporters.news.about']({ initiative: textIn(name, locale) }, { locale }),
    ),
  }
}

async function keepListText(tx: Transaction, listId: string, text: TranslatedText): Promise<string> {
  const newest = async () => {
    const [row] = await tx
      .select()
      .from(consentText)
      .where(eq(consentText.listId, listId))
      .orderBy(desc(consentText.version))
      .limit(1)
    return row
  }
  const before = await newest()
  if (before && before.text.vi === text.vi && before.text.en === text.en) return before.id
  await tx
    .insert(consentText)
    .values({ listId, version: (before?.version ?? 0) + 1, text })
    .onConflictDoNothing()
  const kept = await newest()
  if (!kept) throw new Error('A list of news without a text of consent')
  return kept.id
}
