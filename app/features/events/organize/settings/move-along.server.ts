import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { moveAgenda } from '#app/features/agenda/domain/move-agenda.server.ts'
import { type Move, outsideOf, wallAlong } from '#app/features/agenda/domain/moved-along.ts'
import type { EventDetails } from '#app/features/events/domain/event-details.ts'
import { localOfInstant } from '#app/features/events/domain/local-time.server.ts'
import type { Context } from '#app/shared/context.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { EventForm } from './event-form.schema.ts'

type Stored = { id: string; startsAt: Date; endsAt: Date; timeZone: string }
const deadlines = ['registrationOpensAt', 'registrationClosesAt', 'retainUntil'] as const

/** What a preview says of an event that moves and of the agenda that goes with it, or stays behind. */
export type MoveSeen = {
  /** The event begins at another time, so that the agenda may go along. */
  isMove: boolean
  goesAlong: boolean
  sessions: number
  deadlines: { field: string; from: string; to: string }[]
  outside: { id: string; title: TranslatedText; startsAt: string; endsAt: string }[]
}

/** How far the event moves by its clock; null when it begins as before. */
export function moveOf(form: EventForm, before: Stored): Move | null {
  const from = localOfInstant(before.startsAt, before.timeZone)
  const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(form.startsAt)
  const isSame = form.startsAt.slice(0, 16) === from && form.timeZone === before.timeZone
  return isTime && !isSame ? { from, to: form.startsAt.slice(0, 16) } : null
}

/** The form with the deadlines that the organizer left as they were moved along. */
export function withDeadlinesAlong(form: EventForm, stored: Record<string, unknown>, move: Move): EventForm {
  const along = { ...form }
  for (const field of deadlines) {
    const local = form[field]
    if (local === '' || local !== stored[field]) continue
    const isDay = local.length === 10
    along[field] = isDay ? wallAlong(`${local}T12:00`, move).slice(0, 10) : wallAlong(local, move)
  }
  return along
}

/** Which deadlines go along, from when to when. */
export function movedDeadlines(form: EventForm, along: EventForm): MoveSeen['deadlines'] {
  return deadlines.flatMap((field) =>
    form[field] === along[field] ? [] : [{ field, from: form[field], to: along[field] }],
  )
}

/**
 * Moves the draft along when asked, and tells what a preview shows of it: within the transaction of the edit. Null when
 * the event stays and nothing lies outside it.
 */
export async function seeMove(
  ctx: Context,
  before: Stored,
  details: EventDetails,
  asked: { move: Move | null; goesAlong: boolean; deadlines: MoveSeen['deadlines'] },
): Promise<MoveSeen | null> {
  const drafted = await listDraftSessions(before.id)
  const timed = drafted.filter((one) => one.startsAt !== null).length
  const zones = { from: before.timeZone, to: details.timeZone }
  if (asked.move && asked.goesAlong && timed > 0) {
    await moveAgenda(ctx, { eventId: before.id, move: asked.move, zones })
  }
  const after = await listDraftSessions(before.id)
  const isChanged =
    asked.move !== null ||
    before.startsAt.getTime() !== details.startsAt.getTime() ||
    before.endsAt.getTime() !== details.endsAt.getTime()
  const outside = isChanged ? outsideOf(after, details) : []
  const mayGo = asked.move !== null && (timed > 0 || asked.deadlines.length > 0)
  if (!mayGo && outside.length === 0) return null
  return {
    isMove: mayGo,
    goesAlong: asked.goesAlong,
    sessions: timed,
    deadlines: asked.deadlines,
    outside: outside.flatMap(({ id, title, startsAt, endsAt }) =>
      startsAt && endsAt ? [{ id, title, startsAt, endsAt }] : [],
    ),
  }
}
