import { boundsOf, clockOf, dayOf, instantAt } from '#app/features/agenda/domain/day-clock.ts'
import type { DraftEdit, DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import {
  changeFields,
  copySession,
  dropSession,
  iso,
  lengthOf,
  minute,
  moveSessions,
  newSession,
  placeSession,
  step,
  takeBackSession,
  unscheduleSession,
  usualLength,
} from '#app/features/agenda/domain/draft/gestures.ts'
import { compactAfter, insertGap, type Stretch, shiftAfter } from '#app/features/agenda/domain/flow.ts'
import { write } from '#app/shared/i18n/translated-text.ts'
import { type SessionKind, sessionKinds } from '#app/shared/vocabulary.ts'

/** Fields of a form as they were posted. */
export type Fields = Record<string, string | undefined>
export type RowFault = 'time' | 'minutes' | 'title' | 'session' | 'gesture'
export type ReadGesture = { ok: true; edits: DraftEdit[] } | { ok: false; fault: RowFault }
export type Ground = { sessions: readonly DraftSession[]; timeZone: string; newId: () => string }

type Outcome = DraftEdit[] | RowFault
type OfSession = (session: DraftSession, fields: Fields, ground: Ground) => Outcome
type OfAll = (fields: Fields, ground: Ground) => Outcome

const ofSession: Record<string, OfSession> = {
  place,
  earlier: (session, fields) => moveBy(session, fields, -1),
  later: (session, fields) => moveBy(session, fields, 1),
  copy: (session, _, { newId }) => copySession(session, newId()),
  unschedule: unscheduleSession,
  drop: dropSession,
  'take-back': takeBackSession,
}

const ofAll: Record<string, OfAll> = {
  'shift-later': (fields, ground) => afterPoint(fields, ground, shiftAfter),
  'shift-earlier': (fields, ground) =>
    afterPoint(fields, ground, (sessions, stretch, minutes) => shiftAfter(sessions, stretch, -minutes)),
  gap: (fields, ground) => afterPoint(fields, ground, insertGap),
  compact: (fields, ground) => {
    const stretch = stretchOf(fields, ground)
    return stretch ? compactAfter(ground.sessions, stretch) : 'time'
  },
  add,
}

/** What a form of the list asks for, the same in the browser and on the server. */
export function readGesture(fields: Fields, ground: Ground): ReadGesture {
  const name = fields.gesture ?? ''
  const outcome = Object.hasOwn(ofAll, name)
    ? ofAll[name]?.(fields, ground)
    : sessionGesture(name, fields, ground)
  if (outcome === undefined) return { ok: false, fault: 'gesture' }
  return typeof outcome === 'string' ? { ok: false, fault: outcome } : { ok: true, edits: outcome }
}

function sessionGesture(name: string, fields: Fields, ground: Ground): Outcome | undefined {
  const gesture = Object.hasOwn(ofSession, name) ? ofSession[name] : undefined
  if (!gesture) return undefined
  // Several that were chosen together are named in one field.
  const wanted = new Set(fields.session?.split(','))
  const stored = ground.sessions.filter((one) => wanted.has(one.id))
  if (stored.length < wanted.size) return 'session'
  const edits: DraftEdit[] = []
  for (const session of stored) {
    const outcome = gesture(stored.length > 1 ? session : asSeen(session, fields.seen), fields, ground)
    if (typeof outcome === 'string') return outcome
    edits.push(...outcome)
  }
  return edits
}

function moveBy(session: DraftSession, { by }: Fields, sign: 1 | -1): Outcome {
  const minutes = by === undefined ? step : minutesOf(by)
  return minutes === null ? 'minutes' : moveSessions([session], { minutes: sign * minutes })
}

/** The slot as it stood in the form, so that a gesture on an old page clashes instead of overwriting. */
export const seenSlot = ({ startsAt, endsAt, roomId }: DraftSession) =>
  [startsAt, endsAt, roomId].map((one) => one ?? '').join('|')

function asSeen(stored: DraftSession, seen: string | undefined): DraftSession {
  const parts = seen?.split('|')
  if (parts?.length !== 3) return stored
  const [startsAt, endsAt, roomId] = parts.map((part) => part || null)
  return { ...stored, startsAt: startsAt ?? null, endsAt: endsAt ?? null, roomId: roomId ?? null }
}

function place(session: DraftSession, fields: Fields, { timeZone }: Ground): Outcome {
  const roomId = fields.room || null
  if (!fields.start) return changeFields(session, { startsAt: null, endsAt: null, roomId })
  const startsAt = instantAt(fields.day ?? '', fields.start, timeZone)
  const minutes = fields.minutes ? minutesOf(fields.minutes) : lengthOf(session)
  if (startsAt === null) return 'time'
  if (minutes === null) return 'minutes'
  // A time that the clocks show twice stays the one it was.
  const stays =
    session.startsAt !== null &&
    dayOf(session.startsAt, timeZone) === fields.day &&
    clockOf(session.startsAt, timeZone) === fields.start
  return placeSession(session, {
    startsAt: stays && session.startsAt !== null ? Date.parse(session.startsAt) : startsAt,
    roomId,
    minutes,
  })
}

function add(fields: Fields, { timeZone, newId }: Ground): Outcome {
  const title = write({ vi: fields.titleVi, en: fields.titleEn })
  if (!title.vi && !title.en) return 'title'
  const kind = sessionKinds.find((one) => one === fields.kind) ?? ('talk' satisfies SessionKind)
  const id = newId()
  const given = { title, kind, roomId: fields.room || null }
  if (!fields.start) return newSession(id, given)
  const startsAt = instantAt(fields.day ?? '', fields.start, timeZone)
  const minutes = fields.minutes ? minutesOf(fields.minutes) : usualLength(kind)
  if (startsAt === null) return 'time'
  if (minutes === null) return 'minutes'
  return newSession(id, { ...given, startsAt: iso(startsAt), endsAt: iso(startsAt + minutes * minute) })
}

function afterPoint(
  fields: Fields,
  ground: Ground,
  gesture: (sessions: readonly DraftSession[], stretch: Stretch, minutes: number) => DraftEdit[],
): Outcome {
  const stretch = stretchOf(fields, ground)
  const minutes = minutesOf(fields.minutes ?? '')
  if (!stretch) return 'time'
  return minutes === null ? 'minutes' : gesture(ground.sessions, stretch, minutes)
}

function stretchOf(fields: Fields, { timeZone }: Ground): Stretch | null {
  const day = fields.day ?? ''
  const after = instantAt(day, fields.after ?? '', timeZone)
  if (after === null) return null
  const roomId = fields.stretch === 'all' ? 'all' : fields.stretch || null
  return { after, until: boundsOf(day, timeZone).to, roomId, keepBreaks: fields.keepBreaks === 'on' }
}

function minutesOf(written: string): number | null {
  const minutes = /^\d{1,4}$/.test(written) ? Number(written) : 0
  return minutes >= 1 && minutes <= 1440 ? minutes : null
}
