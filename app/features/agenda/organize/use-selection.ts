import { type KeyboardEvent, type MouseEvent, useMemo, useState } from 'react'
import type { DraftSession } from '../domain/draft-edit.ts'
import { clickPicks, concerned, keyPicks, nothingChosen, picked } from './selection.ts'

/** Sessions chosen together, of those that are on the screen: first those of the day in order of time, then the tray. */
export function useSelection(sessions: readonly DraftSession[], shown: readonly DraftSession[]) {
  const [selection, setSelection] = useState(nothingChosen)
  const order = useMemo(() => {
    const waiting = sessions.filter((one) => one.startsAt === null && !one.dropped)
    const timed = [...shown].sort((a, b) => (a.startsAt ?? '').localeCompare(b.startsAt ?? ''))
    return [...timed, ...waiting].map((one) => one.id)
  }, [sessions, shown])
  const live = sessions.filter((one) => !one.dropped && selection.chosen.includes(one.id))
  const ids = new Set(live.map((one) => one.id))
  return {
    /** More than one, else none. */
    chosen: live.length > 1 ? live : [],
    has: (id: string) => ids.has(id),
    onClick: (event: MouseEvent, id: string) =>
      setSelection(picked(selection, { id, how: clickPicks(event) }, order)),
    /** Whether the key was one that chooses. */
    onKey: (event: KeyboardEvent, id: string | undefined): boolean => {
      const does = keyPicks(event)
      if (does === 'none' && selection.chosen.length > 0) setSelection(nothingChosen)
      if (does !== 'mark' || id === undefined) return false
      setSelection(picked(selection, { id, how: 'mark' }, order))
      return true
    },
    concerned: (session: DraftSession) => concerned(session, [...ids], sessions),
    clear: () => setSelection(nothingChosen),
  }
}
