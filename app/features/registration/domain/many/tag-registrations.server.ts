import { and, eq, inArray, sql } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { registration } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { tagNames } from '../guests/guests.server.ts'
import { addTags, removeTags } from '../guests/set-tags.server.ts'
import { lockChosen } from './chosen-guests.server.ts'
import type { Outcome } from './outcome.ts'

type Tagging = { ids: readonly string[]; tags: readonly string[]; isOn: boolean }

/** Puts tags on the chosen, or takes them off; whoever has them already, or has none of them, is left as they are. */
export async function tagRegistrations(
  ctx: Context,
  eventId: string,
  { ids, tags, isOn }: Tagging,
): Promise<Outcome> {
  await requireEventRight(ctx, 'registrations.manage', eventId)
  if (tags.length === 0) throw new Refusal('tags-missing', 'invalid')
  return withTransaction(async (tx) => {
    const chosen = await lockChosen(eventId, ids)
    const held = await tx
      .select({ id: registration.id, tags: tagNames })
      .from(registration)
      .where(and(eq(registration.eventId, eventId), inArray(registration.id, [...ids])))
    const before = new Map(held.map((row) => [row.id, row.tags]))
    const wanted = tags.map(lower)
    const isOther = (id: string) => {
      const has = (before.get(id) ?? []).map(lower)
      return isOn ? wanted.some((tag) => !has.includes(tag)) : wanted.some((tag) => has.includes(tag))
    }
    const changing = chosen.filter(({ row }) => isOther(row.id)).map(({ row }) => row)
    const changed = changing.map(({ id }) => id)
    if (changed.length > 0) {
      await (isOn ? addTags(tx, eventId, changed, tags) : removeTags(tx, eventId, changed, tags))
      await tx
        .update(registration)
        .set({ revision: sql`${registration.revision} + 1`, updatedAt: ctx.now })
        .where(inArray(registration.id, changed))
      const verb = isOn ? 'registration.tagged' : 'registration.untagged'
      await recordActivity(
        ctx,
        ...changing.map(({ id, name }) => ({
          verb,
          eventId,
          subjectId: id,
          subjectName: name,
          details: { tags },
        })),
      )
    }
    const same = chosen.flatMap(({ row }) => (isOther(row.id) ? [] : [row.name]))
    return {
      states: [],
      changed: changed.length,
      skipped: same.length > 0 ? [{ why: 'same', names: same }] : [],
    }
  })
}

const lower = (tag: string) => tag.toLocaleLowerCase('vi')
