import { memo, useEffect, useRef } from 'react'
import { clockOf, dayOf } from '#app/features/agenda/domain/day-clock.ts'
import type { DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import type { EditorRoom } from '#app/features/agenda/domain/draft/editor-draft.server.ts'
import { lengthOf } from '#app/features/agenda/domain/draft/gestures.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { sessionKindWord } from '#app/public/code-labels.ts'
import { formatTimes } from '#app/shared/time/format.ts'
import { clockInput } from '#app/ui/fields/clock-input.ts'
import { Translated } from '#app/ui/texts/translated.tsx'
import { shortDay } from '../grid/editor-shell.tsx'
import { GestureButton, Labelled, RoomSelect, submitGesture } from '../grid/gesture-forms.tsx'
import { type Fields, seenSlot } from '../grid/row-gesture.ts'
import { titleOf } from '../grid/spoken-change.ts'

type SessionFormRowProps = {
  session: DraftSession
  address: string
  day: string
  days: readonly string[]
  rooms: readonly EditorRoom[]
  people: Record<string, string>
  timeZone: string
  onGesture: (fields: Fields) => boolean
  /** What was typed into this form, when it was refused. */
  typed?: Fields | undefined
}

/** A session with a form of its own: where and when, and what can be done with it. */
export const SessionFormRow = memo(function SessionFormRow(props: SessionFormRowProps) {
  const { session, address, day, days, rooms, people, timeZone, onGesture, typed } = props
  const title = titleOf(session)
  const form = useRef<HTMLFormElement>(null)
  const stored = {
    day: session.startsAt ? dayOf(session.startsAt, timeZone) : day,
    start: session.startsAt ? clockOf(session.startsAt, timeZone) : '',
    minutes: String(lengthOf(session)),
    room: session.roomId ?? '',
  }
  const slot = {
    day: typed?.day ?? stored.day,
    start: typed?.start ?? stored.start,
    minutes: typed?.minutes ?? stored.minutes,
    room: typed?.room ?? stored.room,
  }
  useFollowedFields(form, stored, typed !== undefined)
  const names = session.appearances.map((one) => people[one.personId]).filter(Boolean)
  return (
    <li className="session-row" id={`s-${session.id}`} data-session={session.id} data-kind={session.kind}>
      <p className="session-row-when figures">
        {session.startsAt && session.endsAt
          ? formatTimes(new Date(session.startsAt), new Date(session.endsAt), timeZone, getLocale())
          : m['editor.slot.no-time']()}
      </p>
      <div className="session-row-what">
        <a href={`${address}/sessions/${session.id}`} data-control="open">
          <Translated value={session.title} />
        </a>
        <p className="small faint">{[sessionKindWord(session.kind), ...new Set(names)].join(' · ')}</p>
      </div>
      <form
        ref={form}
        method="post"
        action={`${address}/list?day=${day}`}
        className="session-row-form"
        aria-label={title}
        onSubmit={(event) => submitGesture(event, onGesture)}
      >
        <input type="hidden" name="session" value={session.id} />
        <input type="hidden" name="seen" value={seenSlot(session)} />
        {days.length === 1 && <input type="hidden" name="day" value={slot.day} />}
        {!session.dropped && <SlotFields slot={slot} days={days} rooms={rooms} title={title} />}
        <Acts isTimed={session.startsAt !== null} isDropped={session.dropped} title={title} />
      </form>
    </li>
  )
})

type Slot = { day: string; start: string; minutes: string; room: string }
type SlotFieldsProps = Pick<SessionFormRowProps, 'days' | 'rooms'> & { slot: Slot; title: string }

/** Where and when. */
function SlotFields({ slot, days, rooms, title }: SlotFieldsProps) {
  return (
    <div className="session-row-fields">
      {days.length > 1 && (
        <Labelled label={m['editor.field.day']()}>
          {(id) => (
            <select id={id} className="input" name="day" defaultValue={slot.day} data-control="day">
              {days.map((one) => (
                <option key={one} value={one}>
                  {shortDay(one)}
                </option>
              ))}
            </select>
          )}
        </Labelled>
      )}
      <Labelled label={m['editor.field.start']()}>
        {(id) => (
          <input
            id={id}
            className="input"
            {...clockInput()}
            name="start"
            defaultValue={slot.start}
            data-control="start"
          />
        )}
      </Labelled>
      <Labelled label={m['editor.field.minutes']()}>
        {(id) => (
          <input
            id={id}
            className="input"
            type="number"
            name="minutes"
            min={1}
            max={1440}
            defaultValue={slot.minutes}
            data-control="minutes"
          />
        )}
      </Labelled>
      <Labelled label={m['editor.field.room']()}>
        {(id) => <RoomSelect id={id} rooms={rooms} defaultValue={slot.room} control="room" />}
      </Labelled>
      <GestureButton value="place" label={`${m['editor.row.place']()}: ${title}`}>
        {m['editor.row.place']()}
      </GestureButton>
    </div>
  )
}

type ActsProps = { isTimed: boolean; isDropped: boolean; title: string }

/** What can be done with the session. */
function Acts({ isTimed, isDropped, title }: ActsProps) {
  return (
    <div className="session-row-acts">
      {isTimed && !isDropped && (
        <>
          <Act value="earlier" title={title}>
            {m['editor.row.earlier']()}
          </Act>
          <Act value="later" title={title}>
            {m['editor.row.later']()}
          </Act>
        </>
      )}
      <Act value="copy" title={title}>
        {m['editor.row.copy']()}
      </Act>
      {isTimed && !isDropped && (
        <Act value="unschedule" title={title}>
          {m['editor.row.unschedule']()}
        </Act>
      )}
      {isDropped ? (
        <Act value="take-back" title={title}>
          {m['editor.row.take-back']()}
        </Act>
      ) : (
        <Act value="drop" title={title}>
          {m['editor.row.drop']()}
        </Act>
      )}
    </div>
  )
}

function Act({ value, title, children }: { value: string; title: string; children: string }) {
  return (
    <GestureButton value={value} variant="plain" label={`${children}: ${title}`}>
      {children}
    </GestureButton>
  )
}

/** Fields that show what is stored, and follow it when it changes, without losing the focus in one of them. */
function useFollowedFields(
  form: React.RefObject<HTMLFormElement | null>,
  stored: Record<string, string>,
  isRefused: boolean,
) {
  const written = JSON.stringify(stored)
  // What was refused stays until what is stored changes.
  const kept = useRef(isRefused ? written : '')
  useEffect(() => {
    if (kept.current === written) return
    kept.current = ''
    for (const [name, value] of Object.entries(JSON.parse(written) as Record<string, string>)) {
      const field = form.current?.elements.namedItem(name)
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value
    }
  }, [form, written])
}
