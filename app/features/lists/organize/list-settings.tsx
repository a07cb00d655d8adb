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
import { editList } from '../domain/save-list.server.ts'
import { ListFields } from './list-fields.tsx'
import { listSchema } from './list-form.schema.ts'
import { listFormValues } from './list-form-values.ts'
import { ownList } from './own-list.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? textIn(data.title, getLocale()) : '' },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { list, path } = await ownList(request, params)
  const { title, description, consent, consentVersion, archivedAt } = list
  const values = listFormValues(list)
  return data({
    title,
    path,
    version: consentVersion,
    isArchived: archivedAt !== null,
    values,
    base: footprint(values),
    stale: Object.entries({ title, description, consent }).flatMap(([field, text]) =>
      isStale(text) ? [field] : [],
    ),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, list, path } = await ownList(request, params)
  return saveMerged(request, {
    schema: listSchema,
    stored: list,
    valuesOf: listFormValues,
    save: async (form, seen) => {
      const isChanged = await editList(ctx, { seen, details: form.data })
      return isChanged ? redirect(path, 303) : nothingChanged(path)
    },
  })
}

/** What a list is called, says and asks consent to; whether it can be joined. */
export default function ListSettings() {
  const { title, path, version, isArchived, values, base, stale } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <DeskPage title={m['lists.desk.edit']()}>
      <p>
        <a className="breadcrumb" href={path}>
          {textIn(title, getLocale())}
        </a>
      </p>
      <Form method="post" noValidate className="form">
        <FormVersions refused={refused} base={base} />
        <ListFields refused={refused} initial={values} stale={stale} />
        <p className="small soft">{m['lists.desk.version']({ number: version })}</p>
        <p>
          <Button>{m['organize.form.save']()}</Button>
        </p>
      </Form>
      <form
        method="post"
        action={`${path}/${isArchived ? 'reopening' : 'archiving'}`}
        className="stack tight"
      >
        <p className="soft measure">
          {isArchived ? m['lists.desk.reopen-lead']() : m['lists.desk.archive-lead']()}
        </p>
        <div>
          <Button variant={isArchived ? 'quiet' : 'danger'}>
            {isArchived ? m['lists.desk.reopen']() : m['lists.desk.archive']()}
          </Button>
        </div>
      </form>
    </DeskPage>
  )
}
