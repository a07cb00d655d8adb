import type { DraftFields, DraftSession, EditClash } from '#app/features/agenda/domain/draft-edit.ts'
import { fieldsOf, sameValue } from '#app/features/agenda/domain/draft-edit.ts'
import { editDraft } from '#app/features/agenda/domain/edit-draft.server.ts'
import { listPeopleChoices } from '#app/features/agenda/domain/people-choices.server.ts'
import { listRooms, listTracks } from '#app/features/agenda/domain/rooms-and-tracks.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import type { FormValues } from '#app/shared/forms/form-values.ts'
import { refuse, refuseField } from '#app/shared/forms/read-form.server.ts'
import { draftWords } from './draft-words.ts'
import { readSession } from './read-session.server.ts'
import type { SessionForm } from './session-form.schema.ts'
import { sessionFormValues } from './session-form-values.server.ts'
import type { SessionClashView } from './session-versions.tsx'

type Answer = ReturnType<typeof refuse<{ clash?: SessionClashView }>>
export type Saved = { kind: 'saved'; fitted: boolean } | { kind: 'refused'; answer: Answer }
type EventOfForm = { id: string; timeZone: string }

/**
 * Saves what was typed over what the form was made from: fields that nobody touched here stay as they are stored. Where
 * somebody else changed the same field meanwhile, the page comes again with both.
 */
export async function saveSession(
  ctx: Context,
  event: EventOfForm,
  stored: DraftSession,
  form: { data: SessionForm; values: FormValues },
): Promise<Saved> {
  const was = readWas(form.data.was, stored)
  const read = await readSession(ctx, event, form, was)
  if (!read.ok) return { kind: 'refused', answer: refuse(read, {}) }
  const changed = fieldsOf(read.fields).filter(
    (field) => !sameValue(read.fields[field], was[field]) && !form.data.take.includes(field),
  )
  if (changed.length === 0) return { kind: 'saved', fitted: false }
  const pick = (of: DraftFields) => Object.fromEntries(changed.map((field) => [field, of[field]]))
  const edit = { kind: 'edit' as const, sessionId: stored.id, was: pick(was), set: pick(read.fields) }
  try {
    const edited = await editDraft(ctx, { eventId: event.id, edits: [edit] })
    if (edited.done) return { kind: 'saved', fitted: !sameValue(edited.edits, [edit]) }
    const merged = { ...stored, ...edit.set }
    const values = sessionFormValues(merged, event.timeZone)
    const clash = { fields: await inWords(ctx, event, edited.clashes), was: JSON.stringify(stored) }
    const again = refuseField({ values }, 'form', 'shared.refusal.saved-by-other')
    return { kind: 'refused', answer: refuse(again, { clash }, 409) }
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'session-capacity-below-seats') throw error
    const message = `organize.form.capacity-below-seats?seated=${error.details.seated}`
    return { kind: 'refused', answer: refuse(refuseField(form, 'capacity', message), {}, 409) }
  }
}

/** What the form says it was made from; what it says nothing of counts as stored. */
function readWas(text: string, stored: DraftSession): DraftSession {
  try {
    const given = JSON.parse(text) as Record<string, unknown>
    const known = Object.keys(stored).filter((key) => key in given)
    return { ...stored, ...Object.fromEntries(known.map((key) => [key, given[key]])) }
  } catch {
    return stored
  }
}

async function inWords(ctx: Context, event: EventOfForm, clashes: EditClash[]) {
  const [rooms, tracks, people] = await Promise.all([
    listRooms(event.id),
    listTracks(event.id),
    listPeopleChoices(ctx, event.id),
  ])
  const say = draftWords({ rooms, tracks, people, timeZone: event.timeZone, locale: ctx.locale })
  return clashes.map(({ field, theirs, yours }) => ({
    field,
    label: say.label(field),
    mine: say.value(field, yours),
    theirs: say.value(field, theirs),
  }))
}
