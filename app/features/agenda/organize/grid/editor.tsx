import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { type FocusEvent, type ReactNode, type RefObject, useMemo, useRef, useState } from 'react'
import { clockOf } from '#app/features/agenda/domain/day-clock.ts'
import type { DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { minute } from '#app/features/agenda/domain/draft/gestures.ts'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { m } from '#app/paraglide/messages.js'
import { ChosenSessions } from '../list/chosen-sessions.tsx'
import { TakenSession } from '../session/taken-session.tsx'
import { type Adding, AddSheet } from './add-sheet.tsx'
import blocks from './block.css?url'
import styles from './editor.css?url'
import { EditorBlock } from './editor-block.tsx'
import { clashesIn, clashingOf, EditorClashes } from './editor-clashes.tsx'
import { DayTabs, dayText, EditorShell } from './editor-shell.tsx'
import { type EditorView, editorView } from './editor-view.server.ts'
import { AfterForm } from './gesture-forms.tsx'
import grid from './grid.css?url'
import { fittingZoom, lastEnd, type Placed, zooms } from './grid-layout.ts'
import { GridTools } from './grid-tools.tsx'
import { SessionGrid } from './session-grid.tsx'
import { SessionTray } from './session-tray.tsx'
import { useShownDay } from './use-day.ts'
import { useDraft, useKeptFocus } from './use-draft.ts'
import { blockAt, useGridGestures } from './use-grid-gestures.ts'

export { keptLoader as clientLoader } from '#app/shared/pages/kept-page.ts'

export const handle = { hydrate: true }
export const links: LinksFunction = () => [styles, grid, blocks].map((href) => ({ rel: 'stylesheet', href }))
export const meta: MetaFunction<typeof loader> = ({ matches }) => eventTitle(m['editor.title'](), matches)

export async function loader(args: LoaderFunctionArgs) {
  return editorView(args)
}

/** The draft as a grid of rooms by time, one day at a time. */
export default function AgendaEditor() {
  const page = useLoaderData<typeof loader>()
  const { store, view, address } = useDraft(page)
  const { sessions } = view
  const { timeZone } = page
  const { rooms, people, tracks, films } = page.draft
  const root = useRef<HTMLDivElement>(null)
  useKeptFocus(root)

  const shown = useShownDay(page, sessions)
  const { days, day, own, columns, hours, selection } = shown
  const { chosen } = selection
  const [scale, setScale] = useState(() => fittingZoom(page.draft.sessions))
  const [takenId, setTaken] = useState<string | null>(null)
  const [adding, setAdding] = useState<Adding | null>(null)
  const zoom = zooms[scale] ?? 1.4
  const { clashes, clashing } = useClashes(page, sessions)
  const gestures = useGridGestures({ root, page, store, sessions, shown, zoom })
  const { onGesture } = gestures

  const places = { rooms, tracks, people, films, timeZone, severalDays: days.length > 1 }
  const taken = gestures.find(takenId ?? undefined)
  const addAt = (startsAt: number | string, room: string | null | undefined) =>
    setAdding({ start: clockOf(startsAt, timeZone), room: room ?? '' })
  const block = (session: DraftSession, at?: Placed) => (
    <EditorBlock
      key={session.id}
      session={session}
      address={address}
      page={page}
      shown={shown}
      clashing={clashing}
      at={at}
    />
  )
  const forms = { address, day, rooms, onGesture }
  const tools = (
    <GridTools
      scale={scale}
      onScale={setScale}
      onAdd={() => addAt(lastEnd(own) ?? hours.from + 60 * minute, rooms[0]?.id)}
    />
  )
  return (
    <EditorShell current="agenda" store={store} view={view} places={places} tools={tools}>
      <WithoutScript address={address} />
      <Desk root={root} gestures={gestures} onTake={setTaken}>
        <DayTabs days={days} day={day} timeZone={timeZone} address={address} onChoose={shown.choose} />
        <SessionGrid
          key={day}
          rooms={rooms}
          columns={columns}
          hours={hours}
          zoom={zoom}
          timeZone={timeZone}
          placed={shown.placed}
          label={dayText(day)}
          block={(at) => block(at.session, at)}
          onEmpty={addAt}
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
      </Desk>
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

function useClashes({ event, draft }: Pick<EditorView, 'event' | 'draft'>, sessions: DraftSession[]) {
  const { rooms } = draft
  const clashes = useMemo(() => clashesIn(sessions, event, rooms), [sessions, event, rooms])
  const clashing = useMemo(() => clashingOf(clashes), [clashes])
  return { clashes, clashing }
}

function WithoutScript({ address }: { address: string }) {
  return (
    <noscript>
      <p>
        <a href={`${address}/list`}>{m['editor.no-script']()}</a>
      </p>
    </noscript>
  )
}

type DeskProps = {
  root: RefObject<HTMLDivElement>
  gestures: ReturnType<typeof useGridGestures>
  onTake: (sessionId: string) => void
  children: ReactNode
}

/** All that sessions are moved in: days, grid and tray. */
function Desk({ root, gestures, onTake, children }: DeskProps) {
  const onFocus = (event: FocusEvent) => {
    const id = blockAt(event.target)?.dataset.session
    if (id) onTake(id)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys act on the session that has the focus
    <div
      className="editor-desk"
      ref={root}
      onKeyDown={gestures.onKey}
      onFocus={onFocus}
      onClick={gestures.onClick}
    >
      {children}
    </div>
  )
}
