import type { MouseEvent, RefObject } from 'react'
import { dayOf } from '#app/features/agenda/domain/day-clock.ts'
import type { DraftEdit, DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import {
  lengthOf,
  minute,
  resizeSession,
  unscheduleSession,
} from '#app/features/agenda/domain/draft/gestures.ts'
import { getLocale } from '#app/paraglide/runtime.js'
import { newId } from '#app/shared/new-id.ts'
import { formatTimes } from '#app/shared/time/format.ts'
import type { DraftStore } from './draft-store.ts'
import type { Drop } from './drag/drop-place.ts'
import { useDrag } from './drag/use-drag.ts'
import type { EditorView } from './editor-view.server.ts'
import { dropTogether, keyGesture, onDay } from './grid-keys.ts'
import { type Fields, readGesture } from './row-gesture.ts'
import type { GridKey } from './session-grid.tsx'
import type { ShownDay } from './use-day.ts'

type GridGestures = {
  root: RefObject<HTMLElement | null>
  page: Pick<EditorView, 'event' | 'timeZone'>
  store: DraftStore
  sessions: readonly DraftSession[]
  shown: ShownDay
  zoom: number
}

/** What is done in the grid, by form, pointer and keys: each ends in edits of the draft. */
export function useGridGestures({ root, page, store, sessions, shown, zoom }: GridGestures) {
  const { timeZone } = page
  const { day, setDay, columns, hours, selection } = shown
  const find = (id: string | undefined) => sessions.find((one) => one.id === id)

  const onGesture = (fields: Fields) => {
    const read = readGesture(fields, { sessions, timeZone, newId })
    if (read.ok) store.perform(read.edits)
    return read.ok
  }
  useDrag(root, {
    ground: () => ({ from: hours.from, columns, zoom }),
    lengthOf: (id) => lengthOf(find(id) as DraftSession),
    words: (startsAt, minutes) => timesFrom(startsAt, minutes, timeZone),
    onDrop: (id, drop) => {
      const session = find(id)
      const edits = session && dropped(session, drop, selection.concerned(session), { columns, timeZone })
      if (edits) store.perform(edits)
    },
  })
  const onKey = (event: GridKey) => {
    const session = find(blockAt(event.target)?.dataset.session)
    if (selection.onKey(event, session?.id)) return event.preventDefault()
    if (!session) return
    const opensAt = Math.max(hours.from, Date.parse(page.event.startsAt))
    const ground = { sessions, columns, day, opensAt, timeZone }
    const edits = keyGesture(event, session, ground, selection.concerned(session))
    if (!edits) return
    event.preventDefault()
    store.perform(edits)
    // Whoever takes a session to another day goes along.
    const start = edits[0]?.set.startsAt
    if (start) setDay(dayOf(start, timeZone))
  }
  const onClick = (event: MouseEvent) => {
    // A pointer takes a session, with Shift or Ctrl several; Enter or a second click opens it.
    const link = blockAt(event.target)
    const isOpening = event.detail !== 1 && !(event.shiftKey || event.ctrlKey || event.metaKey)
    if (!link || isOpening) return
    event.preventDefault()
    selection.onClick(event, link.dataset.session ?? '')
    link.focus({ preventScroll: true })
  }
  return { find, onGesture, onKey, onClick }
}

/** The block of a session that something happens in. */
export const blockAt = (target: EventTarget) => (target as HTMLElement).closest<HTMLElement>('[data-block]')

/** From when until when something takes that many minutes, as it is read. */
export function timesFrom(startsAt: number, minutes: number, timeZone: string): string {
  return formatTimes(new Date(startsAt), new Date(startsAt + minutes * minute), timeZone, getLocale())
}

type DropGround = { columns: readonly (string | null)[]; timeZone: string }

/** What a drop does to a session and to all that are chosen with it; nothing where it has no time to end. */
function dropped(
  session: DraftSession,
  drop: Drop,
  all: readonly DraftSession[],
  { columns, timeZone }: DropGround,
): DraftEdit[] | null {
  if (drop.kind === 'slot') return dropTogether(session, all, drop, columns)
  if (drop.kind === 'tray') return all.flatMap(unscheduleSession)
  if (drop.kind === 'day') return all.flatMap((one) => onDay(one, drop.day, timeZone))
  if (!session.startsAt) return null
  return resizeSession(session, (drop.endsAt - Date.parse(session.startsAt)) / minute)
}
