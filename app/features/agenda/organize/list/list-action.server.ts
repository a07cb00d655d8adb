import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { findDraftChange } from '#app/features/agenda/domain/draft/draft-changes.server.ts'
import { turnedRound } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { composed, isCleanText } from '#app/shared/forms/form-text.ts'
import { postedFields } from '#app/shared/forms/read-form.server.ts'
import { type Fields, type ReadGesture, readGesture } from '../grid/row-gesture.ts'

/** A form of the list, posted without script: the gesture is done, or the page says why not, with both sides of a clash. */
export async function listAction({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const fields = await fieldsOf(request)
  const read = await wantedGesture(event, fields)
  if (!read.ok) return data({ fault: read.fault, fields, clashing: null }, 400)
  const day = /^\d{4}-\d\d-\d\d$/.test(fields.day ?? '') ? `day=${fields.day}&` : ''
  const list = `/organize/events/${event.slug}/agenda/list?${day}`
  if (read.edits.length === 0) return redirect(`${list}done=0`, 303)
  const outcome = await editDraft(ctx, { eventId: event.id, edits: read.edits })
  if (!outcome.done) {
    const clashing = { edits: read.edits, clashes: outcome.clashes }
    return data({ fault: null, fields, clashing }, 409)
  }
  const [first] = read.edits
  return redirect(`${list}done=${outcome.changeId}#s-${first?.sessionId}`, 303)
}

/** What the address says was done just now: to be told on the page, and taken back from there. */
export async function listOutcome(request: Request, eventId: string) {
  const done = new URL(request.url).searchParams.get('done')
  if (done === null) return null
  const change = await changeNamed(eventId, done)
  return change ? { id: change.id, edits: change.edits } : { id: 0, edits: [] }
}

async function wantedGesture(event: { id: string; timeZone: string }, fields: Fields): Promise<ReadGesture> {
  const isTooLong = Object.values(fields).some((value) => (value?.length ?? 0) > longest)
  if (isTooLong) return { ok: false, fault: 'gesture' }
  return fields.gesture === 'undo' ? undoing(event.id, fields) : gesture(event, fields)
}

/** No field of the list has room for more. */
const longest = 2000

async function gesture(event: { id: string; timeZone: string }, fields: Fields): Promise<ReadGesture> {
  const sessions = await listDraftSessions(event.id)
  return readGesture(fields, { sessions, timeZone: event.timeZone, newId: randomUUID })
}

async function undoing(eventId: string, fields: Fields): Promise<ReadGesture> {
  const change = await changeNamed(eventId, fields.change)
  return change
    ? { ok: true, edits: change.edits.map(turnedRound).reverse() }
    : { ok: false, fault: 'gesture' }
}

/** Every field as it was posted, in one composed form: which of them a gesture needs is its own matter. */
async function fieldsOf(request: Request): Promise<Fields> {
  const fields: Fields = {}
  for (const [name, value] of await postedFields(request)) {
    if (typeof value !== 'string' || !isCleanText(value)) throw new Refusal('form-unreadable', 'invalid')
    fields[name] = composed(value.trim())
  }
  return fields
}

/** The change that a hidden field or an address names; null for what is no number of one. */
async function changeNamed(eventId: string, number: string | null | undefined) {
  return /^[1-9]\d{0,14}$/.test(number ?? '') ? findDraftChange(eventId, Number(number)) : null
}
