import { and, eq } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { edit, textIn } from '#app/shared/i18n/translated-text.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import type { Transaction } from '#db/client.server.ts'
import type { Audience } from '#db/schema/announcements.ts'
import { announcement } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { type Announcement, mostAnnouncements } from './announcements.server.ts'

type Typed = { vi: string; en: string; confirmed?: boolean }
export type DraftDetails = { subject: Typed; text: Typed; audience: Audience; isPublic: boolean }

/** Keeps a new draft; refuses when an event has more announcements than anybody oversees. */
export async function addDraft(
  ctx: Context,
  { eventId, details }: { eventId: string; details: DraftDetails },
): Promise<Announcement> {
  await requireEventRight(ctx, 'outbox.send', eventId)
  return withTransaction(async (tx) => {
    if ((await tx.$count(announcement, eq(announcement.eventId, eventId))) >= mostAnnouncements)
      throw new Refusal('announcements-too-many', 'state', { limit: mostAnnouncements })
    const { subject, text, audience, isPublic } = details
    const [added] = await tx
      .insert(announcement)
      .values({
        eventId,
        audience,
        isPublic,
        subject: edit({}, subject, ctx.locale),
        text: edit({}, text, ctx.locale),
        createdById: ctx.actor.kind === 'account' ? ctx.actor.accountId : null,
        createdAt: ctx.now,
      })
      .returning()
    if (!added) throw new Error('An announcement was inserted without a row')
    await recordActivity(ctx, {
      verb: 'announcement.drafted',
      eventId,
      subjectId: added.id,
      subjectName: textIn(added.subject, ctx.locale),
    })
    return added
  })
}

/** Saves a draft, unless somebody saved or sent it since it was `seen`. Answers whether anything changed. */
export async function editDraft(
  ctx: Context,
  { eventId, seen, details }: { eventId: string; seen: Announcement; details: DraftDetails },
): Promise<boolean> {
  await requireEventRight(ctx, 'outbox.send', eventId)
  return withTransaction(async (tx) => {
    const before = await lockDraft(tx, eventId, seen.id)
    if (before.revision !== seen.revision) throw new SavedByOther(before)
    const { subject, text, audience, isPublic } = details
    const next = {
      subject: edit(before.subject, subject, ctx.locale, subject.confirmed),
      text: edit(before.text, text, ctx.locale, text.confirmed),
      audience,
      isPublic,
    }
    const fields = (['subject', 'text', 'audience', 'isPublic'] as const).filter(
      (name) => !sameValue(before[name], next[name]),
    )
    if (fields.length === 0) return false
    await tx
      .update(announcement)
      .set({ ...next, revision: before.revision + 1 })
      .where(eq(announcement.id, seen.id))
    await recordActivity(ctx, {
      verb: 'announcement.edited',
      eventId,
      subjectId: seen.id,
      subjectName: textIn(next.subject, ctx.locale),
      details: { fields },
    })
    return true
  })
}

/** Throws a draft away; for acts, which bring it back. */
export async function removeDraft(
  ctx: Context,
  { eventId, id }: { eventId: string; id: string },
): Promise<void> {
  await requireEventRight(ctx, 'outbox.send', eventId)
  await withTransaction(async (tx) => {
    const draft = await lockDraft(tx, eventId, id)
    await tx.delete(announcement).where(eq(announcement.id, id))
    await recordActivity(ctx, {
      verb: 'announcement.removed',
      eventId,
      subjectId: id,
      subjectName: textIn(draft.subject, ctx.locale),
    })
  })
}

/** The draft, held still until commit; refuses one that was sent meanwhile. */
export async function lockDraft(tx: Transaction, eventId: string, id: string): Promise<Announcement> {
  const [found] = await tx
    .select()
    .from(announcement)
    .where(and(eq(announcement.id, id), eq(announcement.eventId, eventId)))
    .for('update')
  if (!found) throw new Refusal('announcement-missing', 'missing')
  if (found.sentAt) throw new Refusal('announcement-sent', 'state')
  return found
}
