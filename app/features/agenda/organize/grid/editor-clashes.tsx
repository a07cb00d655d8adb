import { useMemo } from 'react'
import { type Clash, findClashes } from '#app/features/agenda/domain/clashes/clashes.ts'
import type { DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { m } from '#app/paraglide/messages.js'
import { ClashList } from '../list/clash-list.tsx'
import { clashViews, groupedClashes } from '../list/clash-views.ts'

type EditorClashesProps = {
  clashes: readonly Clash[]
  sessions: readonly DraftSession[]
  people: Record<string, string>
  address: string
}

/** What does not fit in the draft as it stands on the screen; the page of clashes also knows other events. */
export function EditorClashes({ clashes, sessions, people, address }: EditorClashesProps) {
  const errors = clashes.filter((one) => one.severity === 'error')
  const views = useMemo(
    () =>
      groupedClashes(clashViews(clashes, { sessions, names: new Map(Object.entries(people)) })).slice(0, 100),
    [clashes, sessions, people],
  )
  if (clashes.length === 0) return null
  return (
    <details className="fold" open={errors.length > 0 && errors.length < 6}>
      <summary>
        {m['agenda.desk.tab-clashes']()} <span className="count faint">&nbsp;{clashes.length}</span>
      </summary>
      <ClashList clashes={views} home={address.replace(/\/agenda$/, '')} />
      <p>
        <a href={`${address}/clashes`}>{m['editor.clashes.all']()}</a>
      </p>
    </details>
  )
}

/** What the browser can see by itself, without the days and venues of other events. */
export function clashesIn(
  sessions: readonly DraftSession[],
  event: { startsAt: string; endsAt: string },
  rooms: readonly { id: string; capacity: number | null }[],
): Clash[] {
  const around = { venue: null, availability: [], elsewhere: [] }
  return findClashes({ event, sessions, rooms: rooms.map((room) => ({ ...room, venue: null })), ...around })
}

/** The sessions that cannot stay as they are. */
export function clashingOf(clashes: readonly Clash[]): Set<string> {
  return new Set(clashes.filter((one) => one.severity === 'error').flatMap((one) => one.sessionIds))
}
