import { and, eq } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { edit, type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight, requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import { host, organization } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'

type Typed = { vi?: string | undefined; en?: string | undefined; confirmed?: boolean | undefined }
export type HostWords = { title: TranslatedText; greeting: TranslatedText }

/** How a host calls an event and greets its guests, by the organization's address; refuses (404) one that is no host. */
export async function getHostWords(eventId: string, slug: string) {
  const [found] = await database()
    .select({
      organizationId: host.organizationId,
      slug: organization.slug,
      name: organization.name,
      title: host.title,
      greeting: host.greeting,
    })
    .from(host)
    .innerJoin(organization, eq(organization.id, host.organizationId))
    .where(and(eq(host.eventId, eventId), eq(organization.slug, slug)))
  if (!found) throw new Refusal('organization-missing', 'missing')
  return found
}

/**
 * Saves a host's own words, by its own organizers only, unless somebody saved others than `seen` meanwhile. They stand on
 * the page by its link, in its invitations and in the mails to its own guests. Answers whether anything changed.
 */
export async function saveHostWords(
  ctx: Context,
  {
    eventId,
    slug,
    seen,
    words,
  }: { eventId: string; slug: string; seen: HostWords; words: { title: Typed; greeting: Typed } },
): Promise<boolean> {
  await requireEventRight(ctx, 'event.edit', eventId)
  return withTransaction(async (tx) => {
    const before = await getHostWords(eventId, slug)
    const { organizationId } = before
    await requireOrganizationRight(ctx, 'organization.edit', organizationId)
    const own = and(eq(host.eventId, eventId), eq(host.organizationId, organizationId))
    await tx.select({ at: host.position }).from(host).where(own).for('update')
    const stored = await getHostWords(eventId, slug)
    if (!sameValue([stored.title, stored.greeting], [seen.title, seen.greeting]))
      throw new SavedByOther(stored)
    const title = edit(stored.title, words.title, ctx.locale, words.title.confirmed)
    const greeting = edit(stored.greeting, words.greeting, ctx.locale, words.greeting.confirmed)
    if (sameValue([stored.title, stored.greeting], [title, greeting])) return false
    await tx.update(host).set({ title, greeting }).where(own)
    const subjectName = textIn(stored.name, ctx.locale)
    await recordActivity(ctx, { verb: 'host.worded', eventId, subjectId: organizationId, subjectName })
    await pageChanged(pageTag.event(eventId))
    return true
  })
}
