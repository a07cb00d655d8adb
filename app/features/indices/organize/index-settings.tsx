import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { isStale, textIn } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { editIndex } from '../domain/save-index.server.ts'
import { IndexFields } from './index-fields.tsx'
import { indexSchema } from './index-form.schema.ts'
import { indexFormValues } from './index-form-values.ts'
import { ownIndex } from './own-index.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? textIn(data.name, getLocale()) : '' },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { of, path } = await ownIndex(request, params)
  const { name, summary } = of
  const values = indexFormValues(of)
  const stale = Object.entries({ name, summary }).flatMap(([field, text]) => (isStale(text) ? [field] : []))
  return data({ name, path, values, base: footprint(values), stale })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, of, path } = await ownIndex(request, params)
  return saveMerged(request, {
    schema: indexSchema,
    stored: of,
    valuesOf: indexFormValues,
    save: async (form, seen) => {
      const isChanged = await editIndex(ctx, { seen, details: form.data })
      return isChanged ? redirect(path, 303) : nothingChanged(path)
    },
  })
}

/** What an index is called and says. */
export default function IndexSettings() {
  const { name, path, values, base, stale } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <DeskPage title={m['indices.desk.settings']()}>
      <p>
        <a className="breadcrumb" href={path}>
          {textIn(name, getLocale())}
        </a>
      </p>
      <Form method="post" noValidate className="form">
        <FormVersions refused={refused} base={base} />
        <IndexFields refused={refused} initial={values} stale={stale} />
        <p>
          <Button>{m['organize.form.save']()}</Button>
        </p>
      </Form>
    </DeskPage>
  )
}
