import type { DraftEdit, DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import type { EditorRoom, EditorTrack } from '#app/features/agenda/domain/draft/editor-draft.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { formatRange, formatTimes } from '#app/shared/time/format.ts'
import type { Told } from './draft-store.ts'

export type Places = {
  rooms: readonly EditorRoom[]
  tracks: readonly EditorTrack[]
  people: Record<string, string>
  films: readonly { id: string; name: TranslatedText }[]
  timeZone: string
  severalDays: boolean
}

/** What edits did, in a sentence; `sessions` are those after them. */
export function saidOf(
  edits: readonly DraftEdit[],
  sessions: readonly DraftSession[],
  places: Places,
): string {
  const touched = new Set(edits.map((edit) => edit.sessionId))
  if (touched.size > 1) return m['editor.said.many']({ count: touched.size })
  const session = sessions.find((one) => touched.has(one.id))
  if (!session) return m['editor.said.nothing']()
  const title = titleOf(session)
  const set = Object.assign({}, ...edits.map((edit) => edit.set)) as Partial<DraftSession>
  if (edits.some((edit) => edit.kind === 'add')) {
    return m['editor.said.added']({ title, slot: slotText(session, places) })
  }
  if (set.dropped === true) return m['editor.said.dropped']({ title })
  if (set.dropped === false) return m['editor.said.taken-back']({ title })
  if (set.startsAt === null) return m['editor.said.unscheduled']({ title })
  if ('startsAt' in set || 'endsAt' in set || 'roomId' in set) {
    return m['editor.said.moved']({ title, slot: slotText(session, places) })
  }
  return m['editor.said.changed']({ title })
}

export function toldText(told: Told, sessions: readonly DraftSession[], places: Places): string {
  if (told.kind === 'refused') return told.sentence
  const what =
    told.kind === 'heard' && told.edits.length === 0
      ? m['editor.said.rooms']()
      : saidOf(told.edits, sessions, places)
  if (told.kind === 'undid') return m['editor.said.undid']({ what })
  if (told.kind === 'redid') return m['editor.said.redid']({ what })
  return told.kind === 'heard' ? m['editor.said.heard']({ name: told.by, what }) : what
}

export const titleOf = (session: DraftSession) => textIn(session.title, getLocale())

/** "18:10–18:30, room Lớn", or that it has no time. */
export function slotText(slot: Pick<DraftSession, 'startsAt' | 'endsAt' | 'roomId'>, places: Places): string {
  const { startsAt, endsAt, roomId } = slot
  const room = places.rooms.find((one) => one.id === roomId)
  const inRoom = textIn(room?.name, getLocale())
  const times =
    startsAt !== null && endsAt !== null ? timeText(startsAt, endsAt, places) : m['editor.slot.no-time']()
  return [times, inRoom].filter(Boolean).join(', ')
}

function timeText(startsAt: string, endsAt: string, { timeZone, severalDays }: Places): string {
  const [from, to] = [new Date(startsAt), new Date(endsAt)]
  const format = severalDays ? formatRange : formatTimes
  return format(from, to, timeZone, getLocale())
}
