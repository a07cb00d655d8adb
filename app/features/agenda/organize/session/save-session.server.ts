import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import type { DraftFields, DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { fieldsOf } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { listFilmChoices } from '#app/features/agenda/domain/draft/draft-films.server.ts'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { listPeopleChoices } from '#app/features/agenda/domain/draft/people-choices.server.ts'
import { listRooms, listTracks } from '#app/features/agenda/domain/rooms/rooms-and-tracks.server.ts'
import { seatsTaken } from '#app/organize/refusal-places.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import type { Merge } from '#app/shared/forms/merge.ts'
import {
  type Conflict,
  conflictIn,
  mergePosted,
  withoutChoices,
} from '#app/shared/forms/merged-form.server.ts'
import { postedFields, readFields, refuse, refuseField } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import { draftLabels } from '../grid/draft-labels.ts'
import { sessionSchema } from './session-form.schema.ts'
import { sessionFormValues } from './session-form-values.server.ts'
import { type NamedNewcomer, newcomersOf, rowsAgain, sessionMeant } from './session-meant.server.ts'
import { partLabels, sessionOfParts, sessionParts } from './session-parts.ts'

type Answer = ReturnType<typeof refuse<{ conflict?: Conflict }>>
/** `fitted` is the change of the draft in which turns were shortened to fit. */
export type Saved =
  | { kind: 'saved'; fitted: number | null }
  | { kind: 'unchanged' }
  | { kind: 'refused'; answer: Answer }
type EventOfForm = { id: string; timeZone: string }

const tries = 5

/**
 * Saves what was typed, merged part by part with what others saved since the form was made: what nobody touched here
 * stays as it is stored. Where two people changed the same part, the page comes again with both.
 */
export async function saveSession(
  ctx: Context,
  event: EventOfForm,
  known: DraftSession,
  request: Request,
): Promise<Saved> {
  const posted = await postedFields(request)
  let stored = known
  for (let left = tries; left > 0; left -= 1) {
    try {
      return await trySave(ctx, event, stored, posted)
    } catch (error) {
      if (!(error instanceof SavedByOther)) throw error
      stored = (await listDraftSessions(event.id)).find((one) => one.id === known.id) ?? stored
    }
  }
  throw new Refusal('saved-by-other', 'state')
}

async function trySave(
  ctx: Context,
  event: EventOfForm,
  stored: DraftSession,
  posted: FormData,
): Promise<Saved> {
  const form = readFields(withoutChoices(posted), sessionSchema)
  if (!form.ok) return { kind: 'refused', answer: refuse(form) }
  const read = await sessionMeant(ctx, event, form, stored)
  if (!read.ok) return { kind: 'refused', answer: refuse(read) }
  const merge = mergePosted(posted, sessionParts(stored), sessionParts(read.fields))
  const merged = sessionOfParts({ mine: read.fields, theirs: stored, sides: merge.sides, locale: ctx.locale })
  if (merge.differences.length > 0) {
    const values = rowsAgain(sessionFormValues(merged, event.timeZone), read.newcomers)
    const asked = { ...values, base: JSON.stringify(merge.base) }
    const versions = { mine: read.fields, theirs: stored, newcomers: read.newcomers }
    const both = conflictIn(await inLabels(ctx, event, merge, versions))
    const again = refuseField({ values: asked }, 'form', 'shared.refusal.saved-by-other')
    return { kind: 'refused', answer: refuse(again, both, 409) }
  }
  const changed = fieldsOf(merged).filter((field) => !sameValue(merged[field], stored[field]))
  if (changed.length === 0) return { kind: 'unchanged' }
  const pick = (of: DraftFields) => Object.fromEntries(changed.map((field) => [field, of[field]]))
  const edit = { kind: 'edit' as const, sessionId: stored.id, was: pick(stored), set: pick(merged) }
  try {
    const newcomers = newcomersOf(read.newcomers, merged)
    const edited = await editDraft(ctx, { eventId: event.id, edits: [edit], newcomers })
    if (!edited.done) throw new SavedByOther(stored)
    return { kind: 'saved', fitted: sameValue(edited.edits, [edit]) ? null : edited.changeId }
  } catch (error) {
    return { kind: 'refused', answer: refuseAt(error, form, seatsTaken) }
  }
}

async function inLabels(
  ctx: Context,
  event: EventOfForm,
  merge: Merge,
  {
    mine,
    theirs,
    newcomers,
  }: { mine: DraftFields; theirs: DraftFields; newcomers: readonly NamedNewcomer[] },
): Promise<Merge> {
  const [rooms, tracks, people, films] = await Promise.all([
    listRooms(event.id),
    listTracks(event.id),
    listPeopleChoices(ctx, event.id),
    listFilmChoices(event.id),
  ])
  const say = partLabels(
    draftLabels({
      rooms,
      tracks,
      people: [...people, ...newcomers],
      films,
      timeZone: event.timeZone,
      locale: ctx.locale,
    }),
  )
  const differences = merge.differences.map(({ field }) => ({
    field,
    label: say.label(field),
    mine: say.value(field, mine),
    theirs: say.value(field, theirs),
  }))
  return { ...merge, differences }
}
