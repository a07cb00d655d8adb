import type { DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { lengthOf } from '#app/features/agenda/domain/draft/gestures.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import type { EditorView } from './editor-view.server.ts'
import type { Placed } from './grid-layout.ts'
import { SessionBlock } from './session-block.tsx'
import type { ShownDay } from './use-day.ts'
import { timesFrom } from './use-grid-gestures.ts'

type EditorBlockProps = {
  session: DraftSession
  address: string
  page: Pick<EditorView, 'draft' | 'timeZone'>
  shown: ShownDay
  /** The sessions that clash with something. */
  clashing: ReadonlySet<string>
  /** Its place in the grid; none in the tray. */
  at: Placed | undefined
}

/** A session of the draft as a block: what is written on it, wherever it stands. */
export function EditorBlock(props: EditorBlockProps) {
  const { session, address, page, shown, clashing, at } = props
  const { draft, timeZone } = page
  const names = namesOf(session, draft.people)
  return (
    <SessionBlock
      session={session}
      href={`${address}/sessions/${session.id}`}
      times={
        session.startsAt
          ? timesFrom(Date.parse(session.startsAt), lengthOf(session), timeZone)
          : m['editor.minutes']({ count: lengthOf(session) })
      }
      room={textIn(draft.rooms.find((one) => one.id === session.roomId)?.name, getLocale())}
      names={names.join(', ')}
      people={names.length}
      colour={draft.tracks.find((one) => one.id === session.trackId)?.colour || null}
      clashes={clashing.has(session.id)}
      chosen={shown.selection.has(session.id)}
      place={
        at && {
          top: at.top,
          minutes: at.minutes,
          column: at.column,
          columns: shown.columns.length,
          lane: at.lane,
          lanes: at.lanes,
        }
      }
    />
  )
}

function namesOf(session: DraftSession, people: Record<string, string>): string[] {
  return [...new Set(session.appearances.flatMap((one) => people[one.personId] ?? []))]
}
