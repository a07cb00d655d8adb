import { and, desc, eq, like, or } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { edit, type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import { freeSlug } from '#app/shared/slug.ts'
import type { Transaction } from '#db/client.server.ts'
import { consentText, event, eventList, host, list } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import type { StoredList } from './lists.server.ts'

const mostLists = 100

export type ListDetails = {
  title: TranslatedText
  description: TranslatedText
  /** What those who join it agree to. */
  consent: TranslatedText
}

type NewList = { organizationId: string; slug: string; isChosen: boolean; details: ListDetails }

/** A new list of an organization under an address that no other has; one that nobody chose gives way to those there are. */
export async function addList(
  ctx: Context,
  { organizationId, slug, isChosen, details }: NewList,
): Promise<{ id: string; slug: string }> {
  await requireOrganizationRight(ctx, 'organization.edit', organizationId)
  return withTransaction(async (tx) => {
    if ((await tx.$count(list, eq(list.organizationId, organizationId))) >= mostLists)
      throw new Refusal('lists-too-many', 'state', { limit: mostLists })
    const address = isChosen ? slug : await freeAddress(tx, slug)
    const { consent, ...words } = details
    const [added] = await tx
      .insert(list)
      .values({ organizationId, slug: address, ...words, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: list.id, slug: list.slug })
    if (!added) throw new Refusal('list-address-taken', 'state')
    await tx.insert(consentText).values({ listId: added.id, version: 1, text: consent, createdAt: ctx.now })
    await recordActivity(ctx, {
      verb: 'list.added',
      organizationId,
      subjectId: added.id,
      subjectName: textIn(words.title, ctx.locale),
    })
    await forgetPagesOf(tx, { id: added.id, organizationId })
    return added
  })
}

async function freeAddress(tx: Transaction, slug: string): Promise<string> {
  const taken = await tx
    .select({ slug: list.slug })
    .from(list)
    .where(or(eq(list.slug, slug), like(list.slug, `${slug}-%`)))
  return freeSlug(slug, new Set(taken.map((one) => one.slug)))
}

type TypedText = { vi: string; en: string; confirmed: boolean }
export type TypedDetails = { title: TypedText; description: TypedText; consent: TypedText }

const fieldsOf = ['title', 'description'] as const

/**
 * Changes what a list is called and says, unless somebody saved it since it was `seen`. Other words of consent are a new
 * version: who agreed to the old ones agreed to those. Answers whether anything changed.
 */
export async function editList(
  ctx: Context,
  { seen, details: typed }: { seen: StoredList; details: TypedDetails },
): Promise<boolean> {
  const { organizationId } = seen
  await requireOrganizationRight(ctx, 'organization.edit', organizationId)
  return withTransaction(async (tx) => {
    const [before] = await tx.select().from(list).where(eq(list.id, seen.id)).for('update')
    if (!before || before.organizationId !== organizationId) throw new Refusal('list-missing', 'missing')
    const text = await currentText(tx, seen.id)
    if (before.revision !== seen.revision) throw new SavedByOther({ ...before, consent: text.text })
    const edited = (now: TranslatedText, { confirmed, ...words }: TypedText) =>
      edit(now, words, ctx.locale, confirmed)
    const details = {
      title: edited(before.title, typed.title),
      description: edited(before.description, typed.description),
      consent: edited(text.text, typed.consent),
    }
    const fields: string[] = fieldsOf.filter((field) => !sameValue(before[field], details[field]))
    if (!sameValue(text.text, details.consent)) fields.push('consent')
    if (fields.length === 0) return false
    const { title, description, consent } = details
    await tx
      .update(list)
      .set({ title, description, revision: before.revision + 1 })
      .where(eq(list.id, seen.id))
    await saveText(ctx, tx, text, consent)
    await recordActivity(ctx, {
      verb: 'list.edited',
      organizationId,
      subjectId: seen.id,
      subjectName: textIn(title, ctx.locale),
      details: { fields },
    })
    await forgetPagesOf(tx, before)
    return true
  })
}

/** Closes a list, so that nobody joins it any more, or opens it again; who is on it stays. Answers whether it changed. */
export async function archiveList(
  ctx: Context,
  { listId, organizationId, archived }: { listId: string; organizationId: string; archived: boolean },
): Promise<boolean> {
  await requireOrganizationRight(ctx, 'organization.edit', organizationId)
  return withTransaction(async (tx) => {
    const own = and(eq(list.id, listId), eq(list.organizationId, organizationId))
    const [before] = await tx.select().from(list).where(own).for('update')
    if (!before) throw new Refusal('list-missing', 'missing')
    if ((before.archivedAt !== null) === archived) return false
    await tx
      .update(list)
      .set({ archivedAt: archived ? ctx.now : null, revision: before.revision + 1 })
      .where(own)
    await recordActivity(ctx, {
      verb: archived ? 'list.archived' : 'list.reopened',
      organizationId,
      subjectId: listId,
      subjectName: textIn(before.title, ctx.locale),
    })
    await forgetPagesOf(tx, before)
    return true
  })
}

/** Other words are a new version; the same ones, said again to be right, stay the one that they are. */
async function saveText(
  ctx: Context,
  tx: Transaction,
  { id, listId, version, text: before }: typeof consentText.$inferSelect,
  text: TranslatedText,
): Promise<void> {
  if (text.vi === before.vi && text.en === before.en)
    await tx.update(consentText).set({ text }).where(eq(consentText.id, id))
  else await tx.insert(consentText).values({ listId, version: version + 1, text, createdAt: ctx.now })
}

async function currentText(tx: Transaction, listId: string) {
  const [found] = await tx
    .select()
    .from(consentText)
    .where(eq(consentText.listId, listId))
    .orderBy(desc(consentText.version))
    .limit(1)
  if (!found) throw new Error('A list without a text of consent')
  return found
}

/** Its own page, the map of the site, and the pages of events that lead to it or offer it. */
async function forgetPagesOf(tx: Transaction, of: { id: string; organizationId: string }): Promise<void> {
  const hosted = await tx
    .select({ id: event.id })
    .from(event)
    .innerJoin(host, eq(host.eventId, event.id))
    .where(eq(host.organizationId, of.organizationId))
  const offering = await tx
    .select({ id: eventList.eventId })
    .from(eventList)
    .where(eq(eventList.listId, of.id))
  const events = new Set([...hosted, ...offering].map(({ id }) => pageTag.event(id)))
  await pageChanged(pageTag.list(of.id), pageTag.home, ...events)
}
