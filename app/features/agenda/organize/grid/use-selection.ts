import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useState } from 'react'
import type { DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { clickPicks, concerned, keyPicks, nothingChosen, picked } from './selection.ts'

/** Sessions chosen together, of those that are on the screen: first those of the day in order of time, then the tray. */
export function useSelection(sessions: readonly DraftSession[], shown: readonly DraftSession[]) {
  const [selection, setSelection] = useState(nothingChosen)
  const order = useMemo(() => {
    const waiting = sessions.filter((one) => one.startsAt === null && !one.dropped)
    const timed = [...shown].sort((a, b) => (a.startsAt ?? '').localeCompare(b.startsAt ?? ''))
    return [...timed, ...waiting].map((one) => one.id)
  }, [sessions, shown])
  useEffect(() => {
    // Wherever the focus is: behind a drop of all that were chosen it is nowhere.
    const onEscape = (event: globalThis.KeyboardEvent) => {
      if (keyPicks(event) === 'none' && !(event.target as Element).closest?.('dialog')) {
        setSelection((before) => (before.chosen.length > 0 ? nothingChosen : before))
      }
    }
    document.addEventListener('keydown', onEscape)
    return () => document.removeEventListener('keydown', onEscape)
  }, [])
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
      if (id === undefined || keyPicks(event) !== 'mark') return false
      setSelection(picked(selection, { id, how: 'mark' }, order))
      return true
    },
    concerned: (session: DraftSession) => concerned(session, [...ids], sessions),
    clear: () => setSelection(nothingChosen),
  }
}
