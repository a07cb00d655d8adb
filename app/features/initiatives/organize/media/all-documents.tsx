import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { FaultList } from '#app/organize/fault-list.tsx'
import { organizedInitiative } from '#app/organize/organized-initiative.server.ts'
import { TextPair } from '#app/organize/text-pair.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { fileSize } from '#app/shared/files/file-size.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextField } from '#app/ui/fields/field.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { addDocument } from '../../domain/media/add-document.server.ts'
import { documentKinds, documentLimit } from '../../domain/media/document-kind.ts'
import { listDocuments } from '../../domain/media/documents.server.ts'
import { documentSchema } from '../../initiatives.schema.ts'
import { formTools } from '../form-fields.ts'
import { initiativeDesk } from '../initiative-desk.server.ts'
import { InitiativeFrame, initiativeTitle } from '../initiative-frame.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  initiativeTitle(m['initiatives.tab.documents'](), data?.desk.name)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { initiative, desk } = await initiativeDesk(request, params)
  return data({ desk, rows: await listDocuments(initiative.id) })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, initiative, path } = await organizedInitiative(request, params)
  const form = await readForm(request, documentSchema)
  if (!form.ok) return refuse(form)
  const { title, file } = form.data
  try {
    // Before its bytes are read: a large file is refused by what it says of itself.
    const content = file.size > documentLimit ? new Uint8Array(documentLimit + 1) : await bytesOf(file)
    await addDocument(ctx, { initiativeId: initiative.id, title, name: file.name, content })
  } catch (error) {
    return refuseAt(error, form, {}, { otherwise: 'file' })
  }
  return redirect(`${path}/documents`, 303)
}

const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer())

/** The files that readers may save, and the form for a new one. */
export default function AllDocuments() {
  const { desk, rows } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const tools = formTools(refused)
  return (
    <InitiativeFrame desk={desk} current="documents" title={m['initiatives.tab.documents']()}>
      {rows.length === 0 ? (
        <EmptyState title={m['initiatives.desk.no-documents']()} />
      ) : (
        <DataTable
          caption={m['initiatives.tab.documents']()}
          captionHidden
          columns={columns(desk.slug)}
          rows={rows}
          rowKey={({ id }) => id}
        />
      )}
      <form method="post" encType="multipart/form-data" className="form" noValidate>
        <h2 className="title-m">{m['initiatives.desk.add-documents']()}</h2>
        <FaultList errors={refused?.errors} />
        <TextPair tools={tools} name="title" label={m['initiatives.form.document']()} required />
        <TextField
          name="file"
          type="file"
          accept={documentKinds.map((kind) => `.${kind}`).join(',')}
          label={m['initiatives.form.file']()}
          hint={m['initiatives.form.file-hint']({ size: fileSize(documentLimit) })}
          error={tools.fault('file')}
          required
        />
        <p>
          <Button>{m['initiatives.desk.add-documents']()}</Button>
        </p>
      </form>
    </InitiativeFrame>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number]

function columns(slug: string): Column<Row>[] {
  return [
    {
      key: 'name',
      header: m['initiatives.desk.name'](),
      names: true,
      cell: ({ id, title }) => (
        <a href={`/organize/initiatives/${slug}/documents/${id}`}>
          <Translated value={title} />
        </a>
      ),
    },
    { key: 'file', header: m['initiatives.form.file'](), cell: ({ name }) => name },
    { key: 'size', header: m['initiatives.desk.size'](), align: 'end', cell: ({ size }) => fileSize(size) },
    {
      key: 'removal',
      header: m['initiatives.desk.remove'](),
      actions: true,
      cell: ({ id, title }) => (
        <form method="post" action={`/organize/initiatives/${slug}/documents/${id}/removal`}>
          <Button
            variant="plain"
            aria-label={m['initiatives.desk.remove-name']({ name: textIn(title, getLocale()) })}
          >
            {m['initiatives.desk.remove']()}
          </Button>
        </form>
      ),
    },
  ]
}
