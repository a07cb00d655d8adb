import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { useRef, useState } from 'react'
import { clockOf, dayOf } from '#app/features/agenda/domain/day-clock.ts'
import type { DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { m } from '#app/paraglide/messages.js'
import { newId } from '#app/shared/new-id.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import styles from '../grid/editor.css?url'
import { DayTabs, dayText, EditorShell } from '../grid/editor-shell.tsx'
import { editorView } from '../grid/editor-view.server.ts'
import { AddForm, type AddFormProps, AfterForm } from '../grid/gesture-forms.tsx'
import { lastEnd } from '../grid/grid-layout.ts'
import { type Fields, type RowFault, readGesture } from '../grid/row-gesture.ts'
import { useDay } from '../grid/use-day.ts'
import { useDraft, useKeptFocus } from '../grid/use-draft.ts'
import { SessionFormRow } from '../session/session-form-row.tsx'
import { listAction, listOutcome } from './list-action.server.ts'
import { ListOutcome, rowFaults } from './list-outcome.tsx'

export { keptAction as clientAction, keptLoader as clientLoader } from '#app/shared/pages/kept-page.ts'

export const handle = { hydrate: true }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]
export const meta: MetaFunction<typeof loader> = ({ matches }) => eventTitle(m['editor.title'](), matches)

export async function loader(args: LoaderFunctionArgs) {
  const view = await editorView(args)
  return { ...view, outcome: await listOutcome(args.request, view.eventId) }
}

export const action = listAction

/** The draft as a list: the same gestures as in the grid, by keyboard alone and without script. */
export default function SessionList() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { store, view, address } = useDraft(page)
  const root = useRef<HTMLDivElement>(null)
  useKeptFocus(root)
  const { timeZone } = page
  const { rooms, people, tracks, films } = page.draft
  const { days, day, setDay } = useDay(page, view.sessions)
  const [fault, setFault] = useState<RowFault | null>(null)
  const onGesture = (fields: Fields) => {
    const read = readGesture(fields, { sessions: view.sessions, timeZone, newId })
    setFault(read.ok ? null : read.fault)
    if (read.ok) store.perform(read.edits)
    return read.ok
  }
  const places = { rooms, tracks, people, films, timeZone, severalDays: days.length > 1 }
  const groups = groupsOf(view.sessions, day, timeZone)
  const next = lastEnd(groups.day) ?? page.event.startsAt
  const forms = { address, day, rooms, onGesture }
  const typed = answer?.fault ? (answer.fields as Fields) : undefined
  const row = (session: DraftSession) => (
    <SessionFormRow
      key={session.id}
      {...forms}
      session={session}
      days={days}
      timeZone={timeZone}
      people={people}
      typed={typed?.session === session.id ? typed : undefined}
    />
  )
  return (
    <EditorShell
      store={store}
      view={view}
      places={places}
      current="list"
      tools={<ListTools address={address} />}
    >
      <div className="stack loose" ref={root}>
        <ListOutcome
          outcome={page.outcome}
          answer={answer}
          sessions={view.sessions}
          places={places}
          forms={forms}
        />
        {fault && (
          <p className="field-error" role="alert">
            {rowFaults[fault]()}
          </p>
        )}
        <DayTabs days={days} day={day} timeZone={timeZone} address={`${address}/list`} onChoose={setDay} />
        <AfterForm
          {...forms}
          after={clockOf(groups.day[0]?.startsAt ?? page.event.startsAt, timeZone)}
          stretch="all"
          typed={typed && 'after' in typed ? typed : undefined}
        />
        <DayRows day={day} sessions={groups.day} row={row} />
        <Group title={m['editor.tray.title']()} sessions={groups.tray} row={row} />
        <Group title={m['editor.tray.dropped']()} sessions={groups.dropped} row={row} />
        <AddSection
          {...forms}
          start={clockOf(next, timeZone)}
          typed={typed && 'titleVi' in typed ? typed : undefined}
        />
      </div>
    </EditorShell>
  )
}

function ListTools({ address }: { address: string }) {
  return (
    <>
      <ButtonLink href="#add" variant="quiet">
        {m['editor.add.title']()}
      </ButtonLink>
      <ButtonLink href={`${address}/sign-ups`} variant="quiet">
        {m['agenda.sign-ups.title']()}
      </ButtonLink>
    </>
  )
}

type GroupProps = { title: string; sessions: DraftSession[]; row: (session: DraftSession) => JSX.Element }

function Group({ title, sessions, row }: GroupProps) {
  if (sessions.length === 0) return null
  return (
    <section className="stack snug">
      <h2 className="title-m">{title}</h2>
      <ol className="session-rows" aria-label={title}>
        {sessions.map(row)}
      </ol>
    </section>
  )
}

function AddSection(props: Omit<AddFormProps, 'room'>) {
  return (
    <section className="stack snug" id="add">
      <h2 className="title-m">{m['editor.add.title']()}</h2>
      <AddForm {...props} room={props.rooms[0]?.id ?? ''} />
    </section>
  )
}

type DayRowsProps = Omit<GroupProps, 'title'> & { day: string }

function DayRows({ day, sessions, row }: DayRowsProps) {
  if (sessions.length === 0) {
    return (
      <EmptyState title={m['editor.empty.title']()}>
        <p>{m['editor.empty.hint']()}</p>
      </EmptyState>
    )
  }
  return (
    <ol className="session-rows" aria-label={dayText(day)}>
      {sessions.map(row)}
    </ol>
  )
}

/** The sessions of a day in order of time, those without a time, and those that were dropped. */
export function groupsOf(sessions: readonly DraftSession[], day: string, timeZone: string) {
  const live = sessions.filter((one) => !one.dropped)
  const rank = (one: DraftSession) => `${one.startsAt} ${one.endsAt}`
  return {
    day: live
      .filter((one) => one.startsAt !== null && dayOf(one.startsAt, timeZone) === day)
      .sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0)),
    tray: live.filter((one) => one.startsAt === null),
    dropped: sessions.filter((one) => one.dropped),
  }
}
