import { and, eq } from 'drizzle-orm'
import { changesOf } from '#app/features/events/domain/edit-changes.ts'
import { lockEvent } from '#app/features/events/domain/event-lock.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { edit, textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import { freeSlug, slugOf } from '#app/shared/slug.ts'
import type { SectionKind } from '#app/shared/vocabulary.ts'
import { award, film, juror, section } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import type { StoredSection } from './sections.server.ts'

type TypedText = { vi: string; en: string; confirmed?: boolean }
export type SectionDetails = {
  kind: SectionKind
  name: TypedText
  description: TypedText
  /** Its place among the others; behind them where none is given. */
  position: number | null
}

/** Adds a section to an edition, behind its others. */
export async function addSection(
  ctx: Context,
  { eventId, details }: { eventId: string; details: SectionDetails },
): Promise<StoredSection> {
  await requireEventRight(ctx, 'event.edit', eventId)
  return withTransaction(async (tx) => {
    await lockEvent(tx, eventId)
    const others = await tx.select().from(section).where(eq(section.eventId, eventId))
    const { position, ...next } = nextOf(ctx, null, details)
    const slug = freeSlug(
      slugOf(next.name.en || next.name.vi || '') || details.kind,
      new Set(others.map((one) => one.slug)),
    )
    const last = Math.max(0, ...others.map((one) => one.position))
    const [added] = await tx
      .insert(section)
      .values({ ...next, position: position ?? last + 1, eventId, slug, createdAt: ctx.now })
      .returning()
    if (!added) throw new Error('A section was inserted without a row')
    await told(ctx, 'section.added', added)
    return added
  })
}

/** Saves what is said of a section, unless somebody saved it since. Answers whether anything changed. */
export async function editSection(
  ctx: Context,
  { seen, details }: { seen: StoredSection; details: SectionDetails },
): Promise<boolean> {
  const { id, eventId } = seen
  await requireEventRight(ctx, 'event.edit', eventId)
  return withTransaction(async (tx) => {
    await lockEvent(tx, eventId)
    const own = and(eq(section.id, id), eq(section.eventId, eventId))
    const [before] = await tx.select().from(section).where(own)
    if (!before) throw new Refusal('section-missing', 'missing')
    if (before.revision !== seen.revision) throw new SavedByOther(before)
    const wanted = nextOf(ctx, before, details)
    const next = { ...wanted, position: wanted.position ?? before.position }
    const fields = (Object.keys(next) as (keyof typeof next)[]).filter(
      (field) => !sameValue(before[field], next[field]),
    )
    if (fields.length === 0) return false
    await tx
      .update(section)
      .set({ ...next, revision: before.revision + 1 })
      .where(own)
    const changes = changesOf(
      fields.filter((one) => one !== 'position'),
      { ...before },
      { ...next },
    )
    // Of a person the same word is what they are.
    const said = fields.map((field) => (field === 'position' ? 'order' : field))
    await told(ctx, 'section.edited', { ...before, ...next }, { fields: said, changes })
    return true
  })
}

/** Takes a section away with its jury; its films and awards stay, in none. */
export async function removeSection(
  ctx: Context,
  { eventId, slug }: { eventId: string; slug: string },
): Promise<void> {
  await requireEventRight(ctx, 'event.edit', eventId)
  await withTransaction(async (tx) => {
    await lockEvent(tx, eventId)
    const own = and(eq(section.eventId, eventId), eq(section.slug, slug))
    const [found] = await tx.select().from(section).where(own)
    if (!found) throw new Refusal('section-missing', 'missing')
    // Before the section itself: taken back in the opposite order.
    await tx.update(film).set({ sectionId: null }).where(eq(film.sectionId, found.id))
    await tx.update(award).set({ sectionId: null }).where(eq(award.sectionId, found.id))
    await tx.delete(juror).where(eq(juror.sectionId, found.id))
    await tx.delete(section).where(own)
    await told(ctx, 'section.removed', found)
  })
}

function nextOf(ctx: Context, before: StoredSection | null, details: SectionDetails) {
  const { kind, name, description, position } = details
  if (!name.vi && !name.en) throw new Refusal('section-name-missing', 'invalid')
  return {
    kind,
    position,
    name: edit(before?.name ?? {}, name, ctx.locale, name.confirmed),
    description: edit(before?.description ?? {}, description, ctx.locale, description.confirmed),
  }
}

async function told(ctx: Context, verb: string, of: StoredSection, details?: Record<string, unknown>) {
  const { id: subjectId, eventId, name } = of
  const subjectName = textIn(name, ctx.locale)
  await recordActivity(ctx, { verb, eventId, subjectId, subjectName, ...(details && { details }) })
  await pageChanged(pageTag.event(eventId))
}
