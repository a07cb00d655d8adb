import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { useMemo, useRef, useState } from 'react'
import { clockOf, dayOf, daysOf } from '#app/features/agenda/domain/day-clock.ts'
import type { DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import {
  lengthOf,
  minute,
  resizeSession,
  unscheduleSession,
} from '#app/features/agenda/domain/draft/gestures.ts'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { newId } from '#app/shared/new-id.ts'
import { formatTimes } from '#app/shared/time/format.ts'
import { ChosenSessions } from '../list/chosen-sessions.tsx'
import { TakenSession } from '../session/taken-session.tsx'
import { type Adding, AddSheet } from './add-sheet.tsx'
import blocks from './block.css?url'
import styles from './editor.css?url'
import { clashesIn, clashingOf, EditorClashes } from './editor-clashes.tsx'
import { DayTabs, dayText, EditorShell } from './editor-shell.tsx'
import { editorView } from './editor-view.server.ts'
import { AfterForm } from './gesture-forms.tsx'
import grid from './grid.css?url'
import type { Drop } from './grid-drag.ts'
import { dropTogether, keyGesture, onDay } from './grid-keys.ts'
import {
  columnsOf,
  fittingZoom,
  hoursOf,
  lastEnd,
  layOut,
  type Placed,
  sessionsOn,
  zooms,
} from './grid-layout.ts'
import { GridTools } from './grid-tools.tsx'
import { type Fields, readGesture } from './row-gesture.ts'
import { SessionBlock } from './session-block.tsx'
import { type GridKey, SessionGrid } from './session-grid.tsx'
import { SessionTray } from './session-tray.tsx'
import { useDraft, useKeptFocus } from './use-draft.ts'
import { useDrag } from './use-drag.ts'
import { useSelection } from './use-selection.ts'

export { keptLoader as clientLoader } from '#app/shared/pages/kept-page.ts'

export const handle = { hydrate: true }
export const links: LinksFunction = () => [styles, grid, blocks].map((href) => ({ rel: 'stylesheet', href }))
export const meta: MetaFunction<typeof loader> = ({ data }) => eventTitle(m['editor.title'](), data?.frame)

export async function loader(args: LoaderFunctionArgs) {
  return editorView(args)
}

/** The draft as a grid of rooms by time, one day at a time. */
export default function AgendaEditor() {
  const page = useLoaderData<typeof loader>()
  const { store, view, address } = useDraft(page)
  const { sessions } = view
  const { timeZone } = page
  const { rooms, people, tracks } = page.draft
  const root = useRef<HTMLDivElement>(null)
  useKeptFocus(root)

  const days = useMemo(
    () =>
      daysOf(
        page.event,
        sessions.map((one) => one.startsAt),
        timeZone,
      ),
    [page.event, sessions, timeZone],
  )
  const [asked, setDay] = useState(page.asked)
  const day = asked !== null && days.includes(asked) ? asked : (days[0] ?? '')
  const [scale, setScale] = useState(() => fittingZoom(page.draft.sessions))
  const [takenId, setTaken] = useState<string | null>(null)
  const [adding, setAdding] = useState<Adding | null>(null)
  const zoom = zooms[scale] ?? 1.4

  const own = useMemo(() => sessionsOn(day, sessions, timeZone), [day, sessions, timeZone])
  const columns = useMemo(
    () =>
      columnsOf(
        rooms.map((room) => room.id),
        own,
      ),
    [rooms, own],
  )
  const selection = useSelection(sessions, own)
  const { chosen } = selection
  const hours = hoursOf(day, own, page.event, timeZone)
  const placed = useMemo(() => layOut(own, columns, hours.from), [own, columns, hours.from])
  const clashes = useMemo(() => clashesIn(sessions, page.event, rooms), [sessions, page.event, rooms])
  const clashing = useMemo(() => clashingOf(clashes), [clashes])
  const colours = useMemo(() => new Map(tracks.map((track) => [track.id, track.colour])), [tracks])
  const places = { rooms, tracks, people, timeZone, severalDays: days.length > 1 }
  const find = (id: string | undefined) => sessions.find((one) => one.id === id)
  const taken = find(takenId ?? undefined)
  const times = (startsAt: number, minutes: number) =>
    formatTimes(new Date(startsAt), new Date(startsAt + minutes * minute), timeZone, getLocale())

  const chooseDay = (next: string) => {
    setDay(next)
    selection.clear()
  }
  const onGesture = (fields: Fields) => {
    const read = readGesture(fields, { sessions, timeZone, newId })
    if (read.ok) store.perform(read.edits)
    return read.ok
  }
  const onDrop = (id: string, drop: Drop) => {
    const session = find(id)
    if (!session) return
    const all = selection.concerned(session)
    if (drop.kind === 'slot') store.perform(dropTogether(session, all, drop, columns))
    if (drop.kind === 'tray') store.perform(all.flatMap(unscheduleSession))
    if (drop.kind === 'day') store.perform(all.flatMap((one) => onDay(one, drop.day, timeZone)))
    if (drop.kind === 'end' && session.startsAt) {
      store.perform(resizeSession(session, (drop.endsAt - Date.parse(session.startsAt)) / minute))
    }
  }
  useDrag(root, {
    ground: () => ({ from: hours.from, columns, zoom }),
    lengthOf: (id) => lengthOf(find(id) as DraftSession),
    words: times,
    onDrop,
  })
  const onKey = (event: GridKey) => {
    const session = find((event.target as HTMLElement).closest<HTMLElement>('[data-block]')?.dataset.session)
    if (selection.onKey(event, session?.id)) return event.preventDefault()
    if (!session) return
    const ground = {
      sessions,
      columns,
      day,
      opensAt: Math.max(hours.from, Date.parse(page.event.startsAt)),
      timeZone,
    }
    const edits = keyGesture(event, session, ground, selection.concerned(session))
    if (!edits) return
    event.preventDefault()
    store.perform(edits)
    // Whoever takes a session to another day goes along.
    const start = edits[0]?.set.startsAt
    if (start) setDay(dayOf(start, timeZone))
  }

  const block = (session: DraftSession, at?: Placed) => (
    <SessionBlock
      key={session.id}
      session={session}
      href={`${address}/sessions/${session.id}`}
      times={
        session.startsAt
          ? times(Date.parse(session.startsAt), lengthOf(session))
          : m['editor.minutes']({ count: lengthOf(session) })
      }
      room={textIn(rooms.find((one) => one.id === session.roomId)?.name, getLocale())}
      names={namesOf(session, people).join(', ')}
      people={namesOf(session, people).length}
      colour={(session.trackId && colours.get(session.trackId)) || null}
      clashes={clashing.has(session.id)}
      chosen={selection.has(session.id)}
      place={
        at && {
          top: at.top,
          minutes: at.minutes,
          column: at.column,
          columns: columns.length,
          lane: at.lane,
          lanes: at.lanes,
        }
      }
    />
  )
  const forms = { address, day, rooms, onGesture }
  const tools = (
    <GridTools
      scale={scale}
      onScale={setScale}
      onAdd={() =>
        setAdding({
          start: clockOf(lastEnd(own) ?? hours.from + 60 * minute, timeZone),
          room: rooms[0]?.id ?? '',
        })
      }
    />
  )
  return (
    <EditorShell frame={page.frame} current="agenda" store={store} view={view} places={places} tools={tools}>
      <noscript>
        <p>
          <a href={`${address}/list`}>{m['editor.no-script']()}</a>
        </p>
      </noscript>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys act on the session that has the focus */}
      <div
        className="editor-desk"
        ref={root}
        onKeyDown={onKey}
        onFocus={(event) =>
          setTaken(event.target.closest<HTMLElement>('[data-block]')?.dataset.session ?? takenId)
        }
        onClick={(event) => {
          // A pointer takes a session, with Shift or Ctrl several; Enter or a second click opens it.
          const link = (event.target as HTMLElement).closest<HTMLElement>('[data-block]')
          const isOpening = event.detail !== 1 && !(event.shiftKey || event.ctrlKey || event.metaKey)
          if (!link || isOpening) return
          event.preventDefault()
          selection.onClick(event, link.dataset.session ?? '')
          link.focus({ preventScroll: true })
        }}
      >
        <DayTabs days={days} day={day} timeZone={timeZone} address={address} onChoose={chooseDay} />
        <SessionGrid
          key={day}
          rooms={rooms}
          columns={columns}
          hours={hours}
          zoom={zoom}
          timeZone={timeZone}
          placed={placed}
          label={dayText(day)}
          block={(at) => block(at.session, at)}
          onEmpty={(startsAt, roomId) =>
            setAdding({ start: clockOf(startsAt, timeZone), room: roomId ?? '' })
          }
        />
        <p className="visually-hidden" role="status">
          {chosen.length > 0 && m['editor.chosen.count']({ count: chosen.length })}
        </p>
        {chosen.length > 0 ? (
          <ChosenSessions sessions={chosen} onGesture={onGesture} onClear={selection.clear} />
        ) : (
          taken && <TakenSession session={taken} places={places} address={address} onGesture={onGesture} />
        )}
        <SessionTray sessions={sessions} block={(session) => block(session)} onGesture={onGesture} />
      </div>
      <AfterForm
        {...forms}
        after={clockOf(taken?.startsAt ?? own[0]?.startsAt ?? hours.from, timeZone)}
        stretch={taken?.roomId ?? 'all'}
      />
      <EditorClashes clashes={clashes} sessions={sessions} people={people} address={address} />
      {adding && <AddSheet {...forms} adding={adding} onClose={() => setAdding(null)} />}
    </EditorShell>
  )
}

function namesOf(session: DraftSession, people: Record<string, string>): string[] {
  return [...new Set(session.appearances.flatMap((one) => people[one.personId] ?? []))]
}
