import { useMemo, useState } from 'react'
import { daysOf } from '#app/features/agenda/domain/day-clock.ts'
import type { DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import type { EditorView } from './editor-view.server.ts'
import { columnsOf, hoursOf, layOut, sessionsOn } from './grid-layout.ts'
import { useSelection } from './use-selection.ts'

type Page = Pick<EditorView, 'event' | 'timeZone' | 'asked'>

/** The days of the draft, and the one that is shown: that which was asked for as long as it is one of them. */
export function useDay({ event, timeZone, asked }: Page, sessions: readonly DraftSession[]) {
  const days = useMemo(
    () =>
      daysOf(
        event,
        sessions.map((one) => one.startsAt),
        timeZone,
      ),
    [event, sessions, timeZone],
  )
  const [chosen, setDay] = useState(asked)
  const day = chosen !== null && days.includes(chosen) ? chosen : (days[0] ?? '')
  return { days, day, setDay }
}

export type ShownDay = ReturnType<typeof useShownDay>

/** The day that is shown as a grid: its sessions in columns by rooms, and which of them are chosen. */
export function useShownDay(
  page: Page & { draft: Pick<EditorView['draft'], 'rooms'> },
  sessions: DraftSession[],
) {
  const { timeZone } = page
  const { rooms } = page.draft
  const { days, day, setDay } = useDay(page, sessions)
  const own = useMemo(() => sessionsOn(day, sessions, timeZone), [day, sessions, timeZone])
  const columns = useMemo(
    () =>
      columnsOf(
        rooms.map((room) => room.id),
        own,
      ),
    [rooms, own],
  )
  const hours = hoursOf(day, own, page.event, timeZone)
  const placed = useMemo(() => layOut(own, columns, hours.from), [own, columns, hours.from])
  const selection = useSelection(sessions, own)
  const choose = (next: string) => {
    setDay(next)
    selection.clear()
  }
  return { days, day, setDay, choose, own, columns, hours, placed, selection }
}
