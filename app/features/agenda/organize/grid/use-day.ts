import { useMemo, useState } from 'react'
import { daysOf } from '#app/features/agenda/domain/day-clock.ts'
import type { DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import type { EditorView } from './editor-view.server.ts'

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
