import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { organizedInitiative } from '#app/organize/organized-initiative.server.ts'
import { formOrRestored } from '#app/organize/restored-form.server.ts'
import { TextPair } from '#app/organize/text-pair.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { getDocument } from '../../domain/media/documents.server.ts'
import { editDocument } from '../../domain/media/edit-document.server.ts'
import { documentWordsSchema } from '../../initiatives.schema.ts'
import { formTools } from '../form-fields.ts'
import { documentValues, staleFields } from '../form-values.ts'
import { initiativeDesk } from '../initiative-desk.server.ts'
import { initiativeTitle } from '../initiative-frame.tsx'
import { PartPage } from '../parts/part-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  initiativeTitle(data ? textIn(data.name, getLocale()) : '', data?.desk.name)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { initiative, desk } = await initiativeDesk(request, params)
  const { id, title } = await getDocument(initiative.id, params.document ?? '')
  const values = documentValues({ title })
  return data({ desk, id, name: title, values, base: footprint(values), stale: staleFields({ title }) })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, initiative, path } = await organizedInitiative(request, params)
  const stored = await getDocument(initiative.id, params.document ?? '')
  const form = await formOrRestored(request, {
    initiativeId: initiative.id,
    verbs: ['document.edited'],
    subjectId: stored.id,
    stored,
    valuesOf: documentValues,
  })
  const back = `${path}/documents`
  return saveMerged(form, {
    schema: documentWordsSchema,
    stored,
    valuesOf: documentValues,
    save: async ({ data: { title } }, { revision }) => {
      const at = { initiativeId: initiative.id, documentId: stored.id, revision }
      return (await editDocument(ctx, { ...at, title })) ? redirect(back, 303) : nothingChanged(back)
    },
  })
}

/** What a document is called; another file is another document. */
export default function OneDocument() {
  const { desk, id, name, values, base, stale } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <PartPage desk={desk} kind="documents" id={id} name={name} base={base} refused={refused}>
      <TextPair
        tools={formTools(refused, values)}
        name="title"
        label={m['initiatives.form.document']()}
        stale={stale.includes('title')}
        required
      />
    </PartPage>
  )
}
