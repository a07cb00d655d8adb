import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData } from '@remix-run/react'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { refusalSentence } from '#app/shared/http/refusals.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { tableChoices } from '#app/shared/tables/table-form.ts'
import { tableSource } from '#app/shared/tables/table-source.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { filmColumns } from '../../domain/tables/film-columns.ts'
import { importFilms, previewFilms } from '../../domain/tables/import-films.server.ts'
import { readFilms } from '../../domain/tables/read-films.ts'
import { filmsImportSchema } from './films-import.schema.ts'
import { FilmsImportForm } from './films-import-form.tsx'
import { FilmsImportPreview } from './films-import-preview.tsx'
import { filmsImportView } from './films-import-view.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['films.import.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  await organizedEvent(request, params, 'event.edit')
  return null
}

/** First what a table would change, line by line; when that is sent again with `apply` it is done, and can be taken back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const films = `/organize/events/${event.slug}/films`
  const form = await readForm(request, filmsImportSchema)
  const typed = String(form.values.text ?? '')
  if (!form.ok) return refused(m['shared.form.choose'](), typed)
  const { file, text, bytes, encoding = null, is: answers, apply } = form.data
  const source = await tableSource({ file, text, bytes, encoding })
  const kept = { text: source.encoding ? '' : source.text, bytes: source.bytes }
  const read = readFilms(source.text, tableChoices(form.data, filmColumns))
  if (read.rows.length === 0) return refused(m['films.import.empty'](), kept.text)
  const input = { eventId: event.id, rows: read.rows, answers }
  try {
    if (apply !== 'yes') {
      const view = filmsImportView(read, await previewFilms(ctx, input), source, answers, ctx.locale)
      return data({ problem: null, text: kept.text, shown: { view, kept } })
    }
    const performed = await performAct(ctx, {
      act: { eventId: event.id, verb: 'films.imported', subjectName: textIn(event.title, ctx.locale) },
      answered: unasked,
      work: () => importFilms(ctx, input),
    })
    return performed.done && performed.actId ? redirect(films, 303) : nothingChanged(films)
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind === 'rights') throw error
    return refused(refusalSentence(error.code, error.kind, error.details), kept.text)
  }
}

function refused(problem: string, text: string) {
  return data({ problem, text, shown: null }, { status: 400 })
}

/** Films out of a table: what it would change, then that it is done. */
export default function FilmsImport() {
  const frame = useEventFrame()
  const sent = useActionData<typeof action>()
  const films = `/organize/events/${frame.slug}/films`
  return (
    <DeskPage title={m['films.import.title']()}>
      <p>
        <a className="breadcrumb" href={films}>
          {m['films.desk.title']()}
        </a>
      </p>
      {sent?.problem && <Notice tone="problem" live title={sent.problem} />}
      {sent?.shown ? (
        <FilmsImportPreview {...sent.shown} address={`${films}/import`} />
      ) : (
        <FilmsImportForm text={sent?.text ?? ''} example={`${films}.csv`} />
      )}
    </DeskPage>
  )
}
