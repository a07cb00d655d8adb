import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
} from 'react'
import type { EditorRoom } from '#app/features/agenda/domain/draft/editor-draft.server.ts'
import { minute, snapped } from '#app/features/agenda/domain/draft/gestures.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatTime } from '#app/shared/time/format.ts'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { Placed } from './grid-layout.ts'

type SessionGridProps = {
  rooms: readonly EditorRoom[]
  columns: readonly (string | null)[]
  hours: { from: number; to: number }
  zoom: number
  timeZone: string
  label: string
  placed: Placed[]
  block: (placed: Placed) => JSX.Element
  onEmpty: (startsAt: number, roomId: string | null) => void
}

const hour = 60 * minute

/** Rooms by time. What lies in it is drawn by `block`; an empty place is offered to `onEmpty`. */
export function SessionGrid(props: SessionGridProps) {
  const { rooms, columns, hours, zoom, timeZone, label, placed, block, onEmpty } = props
  const scroller = useRef<HTMLDivElement>(null)
  useSteadyView(scroller, hours.from, zoom)
  useFirstLook(scroller, Math.min(...placed.map((one) => one.top)) * zoom)
  const lines: number[] = []
  for (let at = hours.from; at < hours.to; at += hour) lines.push(at)
  const size = { '--minute': `${zoom}px`, '--columns': columns.length } as CSSProperties

  const place = (event: MouseEvent<HTMLElement>) => {
    if ((event.target as HTMLElement).closest('[data-block]')) return
    const box = event.currentTarget.getBoundingClientRect()
    const column = Math.floor(((event.clientX - box.left) / box.width) * columns.length)
    const startsAt = snapped(hours.from + ((event.clientY - box.top) / zoom) * minute - 5 * minute)
    onEmpty(Math.max(startsAt, hours.from), columns[column] ?? null)
  }

  return (
    <section className="agenda-grid" ref={scroller} data-scroller="" aria-label={label} style={size}>
      <div className="grid-head">
        <span className="grid-corner" />
        <div className="grid-rooms">
          {columns.map((id) => {
            const room = rooms.find((one) => one.id === id)
            return (
              <p key={id ?? ''} className="grid-room">
                {room ? <Translated value={room.name} /> : m['editor.no-room']()}
                {room?.capacity != null && (
                  <span className="faint small"> {m['editor.room.seats']({ count: room.capacity })}</span>
                )}
              </p>
            )
          })}
        </div>
      </div>
      <div className="grid-body">
        <ol className="grid-hours figures" aria-hidden="true">
          {lines.map((at) => (
            <li key={at}>{formatTime(new Date(at), timeZone, getLocale())}</li>
          ))}
        </ol>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: an empty place is a shortcut of the button that adds */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
        <div
          className="grid-layer"
          data-grid=""
          style={{ height: `calc(var(--minute) * ${(hours.to - hours.from) / minute})` }}
          onClick={place}
        >
          <ol className="grid-blocks">{placed.map(block)}</ol>
          <div className="drop-frame figures" data-frame="" hidden aria-hidden="true" />
        </div>
      </div>
    </section>
  )
}

/** A day is opened where its first session begins. */
function useFirstLook(scroller: RefObject<HTMLDivElement | null>, top: number) {
  const first = useRef(top)
  useLayoutEffect(() => {
    if (Number.isFinite(first.current)) scroller.current?.scrollTo({ top: Math.max(first.current - 24, 0) })
  }, [scroller])
}

/** What is looked at stays where it is when the hours above it become more or fewer, or the scale changes. */
function useSteadyView(scroller: RefObject<HTMLDivElement | null>, from: number, zoom: number) {
  const before = useRef({ from, zoom })
  useLayoutEffect(() => {
    const old = before.current
    before.current = { from, zoom }
    const element = scroller.current
    if (!element || (old.from === from && old.zoom === zoom)) return
    const middle = old.from + ((element.scrollTop + element.clientHeight / 2) / old.zoom) * minute
    element.scrollTop = ((middle - from) / minute) * zoom - element.clientHeight / 2
  }, [scroller, from, zoom])
}

export type GridKey = KeyboardEvent<HTMLElement>
