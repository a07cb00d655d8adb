import { randomUUID } from 'node:crypto'
import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { useMemo, useState } from 'react'
import { getNotesDesk, listDeskNotes } from '#app/features/notes/domain/notes-desk.server.ts'
import { saveNote } from '#app/features/notes/domain/save-note.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { PickerScript } from '#app/organize/person-picker.tsx'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { RemovedNotes } from '../note/removed-notes.tsx'
import { NotesTabs } from '../notes-tabs.tsx'
import { entrySchema } from './entry.schema.ts'
import { EntryForm } from './entry-form.tsx'
import { readLine } from './entry-line.ts'
import { nameable, newNote } from './new-note.ts'
import { NoteList } from './note-list.tsx'
import styles from './notes.css?url'
import { notesShown } from './notes-shown.ts'
import { NotesStatus } from './notes-status.tsx'
import { momentOf, saidAt } from './said-at.ts'
import { SessionBar } from './session-bar.tsx'
import { useNotes } from './use-notes.ts'

export { keptAction as clientAction, keptLoader as clientLoader } from '#app/shared/pages/kept-page.ts'

export const handle = { hydrate: true }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]
export const meta: MetaFunction<typeof loader> = ({ matches }) => eventTitle(m['notes.desk.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'notes.write')
  const asked = new URL(request.url).searchParams
  const desk = await getNotesDesk(ctx, event.id)
  const sessionId = sessionAsked(desk, asked.get('session'))
  const shown = notesShown(asked)
  const found = await listDeskNotes(event.id, sessionId, shown)
  return {
    desk,
    sessionId,
    shown,
    found,
    newId: randomUUID(),
    now: ctx.now.getTime(),
    event: spanOf(event),
    drawer: `notes/${event.id}/${ctx.actor.kind === 'account' ? ctx.actor.accountId : ''}`,
  }
}

export type NotesPage = Awaited<ReturnType<typeof loader>>

/** The session chosen, else the one that runs; null means the whole event. */
function sessionAsked(desk: Awaited<ReturnType<typeof getNotesDesk>>, asked: string | null): string | null {
  if (asked === 'all') return null
  const known = (id: string | null) => desk.sessions.find((one) => one.id === id)?.id ?? null
  return asked === null ? known(desk.runningId) : known(asked)
}

const spanOf = (event: { startsAt: Date; endsAt: Date; timeZone: string }) => ({
  startsAt: event.startsAt.toISOString(),
  endsAt: event.endsAt.toISOString(),
  timeZone: event.timeZone,
})

/** A line sent as a form, from a page whose script does not run. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'notes.write')
  const form = await readForm(request, entrySchema)
  const { values: typed } = form
  const refuse = (fault: string) => data({ fault, typed }, 400)
  if (!form.ok) return refuse(form.errors.line ? m['notes.entry.empty']() : m['shared.form.wrong']())
  const { id: noteId, line, session, locale, at, offRecord } = form.data
  const desk = await getNotesDesk(ctx, event.id)
  const sessionId = sessionAsked(desk, session || 'all')
  const start = desk.sessions.find((one) => one.id === sessionId)?.startsAt
  const moment = momentOf(spanOf(event), start, ctx.now.getTime())
  const content = newNote(readLine(line, nameable({ ...desk, notes: [] }, sessionId)), {
    sessionId,
    locale,
    offRecord,
    saidAt: (at && saidAt(at, spanOf(event), moment)) || moment,
  })
  if (!content) return refuse(m['notes.entry.empty']())
  await saveNote(ctx, { eventId: event.id, noteId, revision: 0, content })
  return redirect(`/organize/events/${event.slug}/notes?session=${sessionId ?? 'all'}#note-${noteId}`, 303)
}

/** What is said, written down as it is said, by several at once. */
export default function Notes() {
  const page = useLoaderData<typeof loader>() as NotesPage
  const refused = useActionData<typeof action>()
  const frame = useEventFrame()
  const { desk, event } = page
  const { store, view, address, sessionId, earlier, choose, showEarlier } = useNotes(page)
  const [editing, setEditing] = useState<string | null>(null)
  const shownHere = useMemo(
    () => view.notes.filter((one) => sessionId === null || one.sessionId === sessionId),
    [view.notes, sessionId],
  )
  const present = useMemo(
    () => shownHere.filter((one) => !one.removed || one.state === 'clash').reverse(),
    [shownHere],
  )
  return (
    <DeskPage title={m['notes.desk.title']()}>
      <NotesTabs event={frame.slug} current="notes" />
      <PickerScript />
      <div className="notes-desk">
        <SessionBar address={address} sessionId={sessionId} sessions={desk.sessions} onChoose={choose} />
        <EntryForm
          address={address}
          sessionId={sessionId}
          event={event}
          desk={desk}
          store={store}
          refused={refused}
          notes={view.notes}
          newId={page.newId}
          now={page.now}
          drawer={page.drawer}
          onEditLast={() => setEditing(present[0]?.id ?? null)}
        />
        <NotesStatus view={view} />
        <NoteList
          address={address}
          sessionId={sessionId}
          event={event}
          desk={desk}
          store={store}
          editing={editing}
          setEditing={setEditing}
          notes={present}
          earlier={earlier}
          showEarlier={showEarlier}
          shown={page.shown}
        />
        <RemovedNotes notes={shownHere} address={address} event={event} store={store} />
        <p className="small">
          <a href={`/organize/notes?event=${frame.slug}`}>{m['notes.desk.search-link']()}</a>
        </p>
      </div>
    </DeskPage>
  )
}
