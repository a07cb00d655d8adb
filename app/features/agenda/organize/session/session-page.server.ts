import { getClashInput } from '#app/features/agenda/domain/clashes/clash-input.server.ts'
import { findClashes } from '#app/features/agenda/domain/clashes/clashes.ts'
import { turnTimes } from '#app/features/agenda/domain/clashes/turns.ts'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { findDraftChange } from '#app/features/agenda/domain/draft/draft-changes.server.ts'
import type { DraftAppearance, DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { listFilmChoices } from '#app/features/agenda/domain/draft/draft-films.server.ts'
import { listNotedPeople } from '#app/features/agenda/domain/draft/people-choices.server.ts'
import { listRooms, listTracks } from '#app/features/agenda/domain/rooms/rooms-and-tracks.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { isStale, textIn } from '#app/shared/i18n/translated-text.ts'
import { formatTimes, zoneCity } from '#app/shared/time/format.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { clashViews } from '../list/clash-views.ts'

type EventOfPage = { id: string; timeZone: string; venue: { city: object } | null }

/** One session of the draft, and all of them: its clashes lie with others. Refuses one that is not this event's. */
export async function getDraftSession(eventId: string, sessionId: string) {
  const sessions = await listDraftSessions(eventId)
  const session = sessions.find((one) => one.id === sessionId)
  if (!session) throw new Refusal('session-missing', 'missing')
  return { session, sessions }
}

/** What the form of a session offers to choose from. */
export async function sessionChoices(ctx: Context, event: EventOfPage) {
  const { locale } = ctx
  const [rooms, tracks, people, films] = await Promise.all([
    listRooms(event.id),
    listTracks(event.id),
    listNotedPeople(ctx, event.id),
    listFilmChoices(event.id),
  ])
  return {
    rooms: rooms.map(({ id, name }) => ({ id, name })),
    tracks: tracks.map(({ id, name }) => ({ id, name })),
    people,
    films,
    city: textIn(event.venue?.city, locale) || zoneCity(event.timeZone, locale),
  }
}

/** What is wrong with one session of the draft. */
export async function clashesOfSession(
  eventId: string,
  session: DraftSession,
  sessions: DraftSession[],
  names: Map<string, string>,
) {
  const clashes = findClashes(await getClashInput(eventId, sessions))
  return clashViews(
    clashes.filter((clash) => clash.sessionIds.includes(session.id)),
    { sessions, names },
  )
}

export function staleFields(session: DraftSession): string[] {
  return (['title', 'abstract'] as const).filter((field) => isStale(session[field]))
}

/** When each turn is, by the clocks at the event; empty for who has none. */
export function turnTexts({ appearances, startsAt }: DraftSession, timeZone: string, locale: Locale) {
  return turnTimes(appearances, startsAt).map((turn) =>
    turn ? formatTimes(turn.from, turn.to, timeZone, locale) : '',
  )
}

/** Whose turns a change of the draft made longer or shorter, before and after, for the page and for taking it back. */
export async function changedTurns(eventId: string, sessionId: string, changeId: number) {
  const change = await findDraftChange(eventId, changeId)
  const edit = change?.edits.find((one) => one.sessionId === sessionId && one.kind === 'edit')
  if (edit?.kind !== 'edit' || !edit.set.appearances) return null
  const was = new Map((edit.was.appearances ?? []).map((one) => [turnKey(one), one.minutes]))
  const turns = edit.set.appearances.map((one) => ({
    personId: one.personId,
    before: was.get(turnKey(one)) ?? null,
    after: one.minutes,
  }))
  return { id: changeId, turns: turns.filter(({ before, after }) => before !== after) }
}

const turnKey = ({ personId, role }: DraftAppearance) => `${personId} ${role}`
