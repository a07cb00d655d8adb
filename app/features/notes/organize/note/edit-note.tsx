import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { getNote, getNoteHistory } from '#app/features/notes/domain/note-history.server.ts'
import { getNotesDesk } from '#app/features/notes/domain/notes-desk.server.ts'
import { saveNote } from '#app/features/notes/domain/save-note.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { SavedByOther } from '#app/shared/errors.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { refuse, refuseField } from '#app/shared/forms/read-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { contentOf } from '../desk/note-store.ts'
import styles from '../desk/notes.css?url'
import { noteFormSchema } from './note-form.schema.ts'
import { NoteForm } from './note-form.tsx'
import { noteFormValues, noteOfForm } from './note-form-values.server.ts'
import { NoteVersions } from './note-versions.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]
export const meta: MetaFunction<typeof loader> = ({ matches }) => eventTitle(m['notes.form.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'notes.write')
  const note = await getNote(event.id, params.note ?? '')
  const [history, { sessions, people }] = await Promise.all([
    getNoteHistory(note.id),
    getNotesDesk(ctx, event.id),
  ])
  const values = noteFormValues(note, event.timeZone)
  return { note, values, ...history, sessions, people, timeZone: event.timeZone }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'notes.write')
  const note = await getNote(event.id, params.note ?? '')
  const { timeZone } = event
  return saveMerged(request, {
    schema: noteFormSchema,
    stored: note,
    valuesOf: (stored) => noteFormValues(stored, timeZone),
    save: async (form, stored) => {
      const reading = { before: contentOf(stored), timeZone, locale: ctx.locale, now: ctx.now }
      const content = noteOfForm(form.data, reading)
      if ('field' in content) return refuse(refuseField(form, content.field, content.message))
      const saving = { eventId: event.id, noteId: note.id, revision: stored.revision, content }
      const outcome = await saveNote(ctx, saving)
      if (!outcome.done) throw new SavedByOther(outcome.stored)
      const page = `/organize/events/${event.slug}/notes/${note.id}`
      return outcome.note.revision === stored.revision ? nothingChanged(page) : redirect(page, 303)
    },
  })
}

/** One note as a form, and all its versions. */
export default function NotePage() {
  const frame = useEventFrame()
  const { note, values, versions, sessions, people, timeZone } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const address = `/organize/events/${frame.slug}/notes`
  return (
    <DeskPage title={m['notes.form.title']()}>
      <a className="breadcrumb" href={`${address}#note-${note.id}`}>
        {m['organize.event.notes']()}
      </a>
      <div className="stack loose">
        {note.removed ? (
          <Notice tone="info">
            <p>{m['notes.history.removed']()}</p>
            <form method="post" action={`${address}/${note.id}/restoration`}>
              <input type="hidden" name="version" value={note.revision} />
              <input type="hidden" name="revision" value={note.revision} />
              <Button variant="quiet">{m['notes.removed.take-back']()}</Button>
            </form>
          </Notice>
        ) : (
          <>
            <NoteForm note={note} desk={{ sessions, people }} values={values} refused={refused} />
            <form method="post" action={`${address}/${note.id}/removal`}>
              <Button variant="danger">{m['notes.form.remove']()}</Button>
            </form>
          </>
        )}
        <NoteVersions
          action={`${address}/${note.id}/restoration`}
          versions={versions}
          revision={note.revision}
          timeZone={timeZone}
        />
      </div>
    </DeskPage>
  )
}
