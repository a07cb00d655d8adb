import { eq } from 'drizzle-orm'
import type { Newcomer } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { requireKnownPeople } from '#app/features/agenda/domain/draft/known-people.server.ts'
import { lockEvent } from '#app/features/events/domain/event-lock.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { SavedByOther } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import { juror } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { getSection } from '../sections/sections.server.ts'
import { type Juror, listJurors } from './awards.server.ts'

type Jury = {
  eventId: string
  section: string
  /** In their order; the first `chairs` of them chair it. */
  people: readonly string[]
  chairs: number
  newcomers?: readonly Newcomer[]
  /** The jury that somebody saw before they changed it. */
  seen?: readonly Juror[]
}

/** Says who judges the films of a section, unless somebody did since. Answers whether anything changed. */
export async function seatJury(
  ctx: Context,
  { eventId, section: slug, people, chairs, newcomers = [], seen }: Jury,
): Promise<boolean> {
  await requireEventRight(ctx, 'event.edit', eventId)
  return withTransaction(async (tx) => {
    await lockEvent(tx, eventId)
    const section = await getSection(eventId, slug)
    const rows = [...new Set(people)].map((personId, at) => ({
      personId,
      sectionId: section.id,
      isChair: at < chairs,
      position: at + 1,
    }))
    const before = await tx
      .select()
      .from(juror)
      .where(eq(juror.sectionId, section.id))
      .orderBy(juror.position)
    const now = (await listJurors(eventId)).filter((one) => one.sectionId === section.id)
    if (seen && !sameValue(now.map(seatOf), seen.map(seatOf))) throw new SavedByOther({ jurors: now })
    if (sameValue(before, rows)) return false
    for (const newcomer of newcomers) await addPerson(ctx, { eventId, ...newcomer })
    await requireKnownPeople(
      ctx,
      tx,
      eventId,
      rows.map(({ personId }) => personId),
    )
    await tx.delete(juror).where(eq(juror.sectionId, section.id))
    if (rows.length > 0) await tx.insert(juror).values(rows)
    const subjectName = textIn(section.name, ctx.locale)
    await recordActivity(ctx, { verb: 'jury.seated', eventId, subjectId: section.id, subjectName })
    await pageChanged(pageTag.event(eventId))
    return true
  })
}

const seatOf = ({ personId, isChair }: Pick<Juror, 'personId' | 'isChair'>) => ({ personId, isChair })
