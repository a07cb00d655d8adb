import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { readAnswered } from '#app/organize/answered-form.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { refusalSentence } from '#app/shared/http/refusals.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { tableChoices } from '#app/shared/tables/table-form.ts'
import { tableSource } from '#app/shared/tables/table-source.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { importEdition } from '../domain/import-edition.server.ts'
import { columnsOf } from '../domain/tables/edition-columns.ts'
import { readEdition } from '../domain/tables/read-edition.ts'
import { editionImportSchema } from './import-form.schema.ts'
import { EditionImportForm, EditionImportPreview } from './import-parts.tsx'
import { importView } from './import-view.ts'
import { ownEdition } from './own-index.server.ts'

export const meta: MetaFunction = () => [{ title: m['indices.import.title']() }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { of, edition, path } = await ownEdition(request, params)
  const components = edition.components.map(({ key }) => key)
  return { title: `${textIn(of.name, getLocale())} ${edition.year}`, path, columns: columnsOf(components) }
}

/** First what a table would change, line by line; when that is answered it is done, and can be taken back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, of, edition, path } = await ownEdition(request, params)
  const { answered, errors, values } = await readAnswered(request)
  const form = await readForm(request, editionImportSchema)
  const typed = { text: String(form.values.text ?? ''), values: form.values }
  if (!form.ok) return refused(m['shared.form.choose'](), typed)
  const { file, text, bytes, encoding = null, source } = form.data
  const components = edition.components.map(({ key }) => key)
  const given = await tableSource({ file, text, bytes, encoding })
  const read = readEdition(
    given.text,
    components,
    tableChoices(form.data, [...columnsOf(components), 'source']),
  )
  if (read.rows.length === 0) return refused(m['indices.import.empty'](), typed)
  const subjectName = `${textIn(of.name, ctx.locale)} ${edition.year}`
  try {
    const performed = await performAct(ctx, {
      act: { initiativeId: of.initiativeId, verb: 'edition.imported', subjectName },
      answered,
      work: () => importEdition(ctx, { of, editionId: edition.id, rows: read.rows, source }),
      look: async (lines) => lines,
    })
    if (performed.done) return performed.actId ? redirect(path, 303) : nothingChanged(path)
    const kept = { text: given.encoding ? '' : given.text, bytes: given.bytes, source }
    const shown = {
      kept,
      view: importView(read, performed.seen, given),
      preview: performed.preview,
      errors,
      values: { ...values, ...form.values },
    }
    return data({ problem: null, typed, shown })
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind === 'rights') throw error
    return refused(refusalSentence(error.code, error.kind, error.details), typed)
  }
}

function refused(problem: string, typed: { text: string; values: object }) {
  return data({ problem, typed, shown: null }, { status: 400 })
}

export default function ImportEdition() {
  const { title, path, columns } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  return (
    <DeskPage title={m['indices.import.title']()}>
      <p>
        <a className="breadcrumb" href={path}>
          {title}
        </a>
      </p>
      {sent?.problem && <Notice tone="problem" live title={sent.problem} />}
      {sent?.shown ? (
        <EditionImportPreview {...sent.shown} address={`${path}/import`} columns={columns} />
      ) : (
        <EditionImportForm
          text={sent?.typed.text ?? ''}
          values={sent?.typed.values ?? {}}
          columns={columns}
        />
      )}
    </DeskPage>
  )
}
