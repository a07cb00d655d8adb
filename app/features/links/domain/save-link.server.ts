import { randomInt } from 'node:crypto'
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import type { LinkSource, LinkTarget, Locale } from '#app/shared/vocabulary.ts'
import type { Transaction } from '#db/client.server.ts'
import { initiative, link, session } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { newLinkCode } from './link-code.ts'
import { mostLinks, type StoredLink } from './links.server.ts'

export type LinkDetails = {
  name: string
  source: LinkSource
  target: LinkTarget
  url: string | null
  sessionId: string | null
  initiativeId: string | null
  locale: Locale | null
}

/** Makes a counted link with a code of its own; refuses when an event has as many as anybody oversees. */
export async function addLink(
  ctx: Context,
  { eventId, details }: { eventId: string; details: LinkDetails },
): Promise<StoredLink> {
  await requireEventRight(ctx, 'event.edit', eventId)
  return withTransaction(async (tx) => {
    const open = and(eq(link.eventId, eventId), isNull(link.archivedAt))
    if ((await tx.$count(link, open)) >= mostLinks)
      throw new Refusal('links-too-many', 'state', { limit: mostLinks })
    await checkTarget(tx, eventId, details)
    const [added] = await tx
      .insert(link)
      .values({ ...details, eventId, code: newLinkCode((end) => randomInt(end)) })
      .returning()
    if (!added) throw new Error('A link was inserted without a row')
    await pageChanged(pageTag.link(added.id))
    await recordActivity(ctx, {
      verb: 'link.added',
      eventId,
      subjectId: added.id,
      subjectName: added.name,
    })
    return added
  })
}

/** A session is one of the event's own; an initiative is anybody's as soon as its page is public. */
async function checkTarget(tx: Transaction, eventId: string, { sessionId, initiativeId }: LinkDetails) {
  const own = and(eq(session.id, sessionId ?? ''), eq(session.eventId, eventId))
  if (sessionId && (await tx.$count(session, own)) === 0) throw new Refusal('session-missing', 'invalid')
  if (initiativeId && (await tx.$count(initiative, shown(initiativeId))) === 0)
    throw new Refusal('initiative-missing', 'invalid')
}

const shown = (id: string) => and(eq(initiative.id, id), isNotNull(initiative.publishedAt))

const fieldsOf = ['name', 'source', 'target', 'url', 'sessionId', 'initiativeId', 'locale'] as const

// Which session or initiative it is, is read on the link's page: here it is a change of where it leads.
const isTold = (field: (typeof fieldsOf)[number]) => field !== 'sessionId' && field !== 'initiativeId'

type LinkEdit = { eventId: string; seen: StoredLink; details: LinkDetails }

/**
 * Changes what a link is called and where it leads, unless somebody saved it since it was `seen`; its code, which is on
 * paper, stays. Answers whether anything changed.
 */
export async function editLink(ctx: Context, { eventId, seen, details }: LinkEdit): Promise<boolean> {
  await requireEventRight(ctx, 'event.edit', eventId)
  return withTransaction(async (tx) => {
    const own = and(eq(link.id, seen.id), eq(link.eventId, eventId))
    const [before] = await tx.select().from(link).where(own).for('update')
    if (!before) throw new Refusal('link-missing', 'missing')
    if (before.revision !== seen.revision) throw new SavedByOther(before)
    const fields = fieldsOf.filter((field) => before[field] !== details[field])
    if (fields.length === 0) return false
    await checkTarget(tx, eventId, details)
    await tx
      .update(link)
      .set({ ...details, revision: before.revision + 1 })
      .where(own)
    await pageChanged(pageTag.link(seen.id))
    await recordActivity(ctx, {
      verb: 'link.edited',
      eventId,
      subjectId: seen.id,
      subjectName: details.name,
      details: {
        fields: [...new Set(fields.map((field) => (isTold(field) ? field : 'target')))],
        changes: fields.filter(isTold).map((field) => ({ field, from: before[field], to: details[field] })),
      },
    })
    return true
  })
}
