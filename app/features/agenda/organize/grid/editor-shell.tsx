import type { ReactNode } from 'react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { type AgendaTab, AgendaTabs } from '#app/organize/tabs/agenda-tabs.tsx'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDay } from '#app/shared/time/format.ts'
import { Button } from '#app/ui/button.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { ClashDialog } from '../list/clash-dialog.tsx'
import type { DraftStore, DraftView } from './draft-store.ts'
import { type Places, toldText } from './spoken-change.ts'

type EditorShellProps = {
  current: AgendaTab
  store: DraftStore
  view: DraftView
  places: Places
  /** More tools of this view, behind undo and redo. */
  tools?: ReactNode
  children: ReactNode
}

/** What grid and list have in common: undo, redo, what was done and by whom, and the question when two clash. */
export function EditorShell({ current, store, view, places, tools, children }: EditorShellProps) {
  const frame = useEventFrame()
  return (
    <DeskPage title={m['editor.title']()}>
      <AgendaTabs event={frame.slug} current={current} />
      <div className="editor">
        <div className="editor-tools" role="toolbar" aria-label={m['editor.tools']()}>
          <Button type="button" variant="quiet" disabled={!view.canUndo} onClick={store.undo}>
            {m['editor.undo']()}
          </Button>
          <Button type="button" variant="quiet" disabled={!view.canRedo} onClick={store.redo}>
            {m['editor.redo']()}
          </Button>
          {tools}
          <Saved status={view.status} />
          <Present names={view.present} />
        </div>
        {children}
      </div>
      <Said store={store} view={view} places={places} />
      {view.clash && (
        <ClashDialog
          key={view.clash.clashes.map((one) => one.sessionId + one.field).join()}
          clashing={view.clash}
          sessions={view.sessions}
          places={places}
          onResolve={(mine) => store.resolve(mine)}
        />
      )}
    </DeskPage>
  )
}

function Saved({ status }: { status: DraftView['status'] }) {
  return (
    <span className="editor-status" role="status">
      {status === 'saved' && <StateMark tone="good">{m['editor.status.saved']()}</StateMark>}
      {status === 'saving' && <StateMark tone="calm">{m['editor.status.saving']()}</StateMark>}
      {status === 'away' && <StateMark tone="care">{m['editor.status.away']()}</StateMark>}
      {status === 'signed-out' && (
        <StateMark tone="bad">
          {m['editor.status.signed-out']()}{' '}
          <a href="/sign-in?to=/organize" target="_blank" rel="noreferrer">
            {m['editor.status.sign-in']()}
          </a>
        </StateMark>
      )}
    </span>
  )
}

/** Who else works on the draft now, said when they come and when they leave. */
function Present({ names }: { names: readonly string[] }) {
  const list = new Intl.ListFormat(getLocale()).format(names)
  return (
    <p className="editor-present small soft" role="status">
      {names.length > 0 && m['editor.present']({ names: list, count: names.length })}
    </p>
  )
}

/** The last thing that happened, read out as it happens, with the way back beside it. */
function Said({ store, view, places }: Pick<EditorShellProps, 'store' | 'view' | 'places'>) {
  const { told } = view
  return (
    <div className="said" data-shown={told !== null}>
      <p aria-live="polite" aria-atomic="true">
        {told && <span key={told.count}>{toldText(told, view.sessions, places)}</span>}
      </p>
      {told?.kind === 'did' && view.canUndo && (
        <Button type="button" variant="plain" onClick={store.undo}>
          {m['editor.said.undo']()}
        </Button>
      )}
    </div>
  )
}

type DayTabsProps = {
  days: readonly string[]
  day: string
  timeZone: string
  address: string
  onChoose: (day: string) => void
}

/** The days of the event; a session can be dropped on one. */
export function DayTabs({ days, day, timeZone, address, onChoose }: DayTabsProps) {
  if (days.length < 2) {
    return <h2 className="title-m editor-day">{dayText(day)}</h2>
  }
  return (
    <nav className="tabs editor-days" aria-label={m['editor.days']()} data-zone={timeZone}>
      {days.map((one) => (
        <a
          key={one}
          href={`${address}?day=${one}`}
          data-day={one}
          aria-current={one === day ? 'page' : undefined}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return
            event.preventDefault()
            onChoose(one)
            window.history.replaceState(window.history.state, '', `${address}?day=${one}`)
          }}
        >
          {shortDay(one)}
        </a>
      ))}
    </nav>
  )
}

const noon = (day: string) => new Date(`${day}T12:00Z`)
export const dayText = (day: string) => formatDay(noon(day), 'UTC', getLocale())

/** "Thứ Ba 11" of "Thứ Ba, 11 tháng 3, 2025", "Tuesday 11" of "Tuesday, March 11, 2025". */
export function shortDay(day: string): string {
  return `${dayText(day).split(',', 1)[0]} ${Number(day.slice(8))}`
}
