import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Refusal } from '#app/shared/errors.ts'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { isStale, textIn } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { addComponent, editComponent } from '../domain/save-component.server.ts'
import { ComponentFields } from './index-fields.tsx'
import { componentSchema } from './index-form.schema.ts'
import { componentFormValues } from './index-form-values.ts'
import { ownEdition } from './own-index.server.ts'

export const meta: MetaFunction = () => [{ title: m['indices.desk.component']() }]

/** No component has this key: it is the page of a new one. */
const unmade = 'new'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { of, edition, path } = await ownEdition(request, params)
  const found = edition.components.find(({ key }) => key === params.component) ?? null
  if (!found && params.component !== unmade) throw new Refusal('component-missing', 'missing')
  const values = found ? componentFormValues(found) : {}
  const texts = found ? { name: found.name, method: found.method, source: found.source } : {}
  return data({
    title: `${textIn(of.name, getLocale())} ${edition.year}`,
    path,
    key: found?.key ?? null,
    values,
    base: footprint(values),
    stale: Object.entries(texts).flatMap(([field, text]) => (isStale(text) ? [field] : [])),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, of, edition, path } = await ownEdition(request, params)
  const stored = edition.components.find(({ key }) => key === params.component)
  const place = { of, editionId: edition.id }
  const places = { 'component-taken': 'key' } as const
  if (!stored) {
    if (params.component !== unmade) throw new Refusal('component-missing', 'missing')
    const form = await readForm(request, componentSchema)
    if (!form.ok) return refuse(form)
    try {
      await addComponent(ctx, { ...place, details: form.data })
      return redirect(path, 303)
    } catch (error) {
      return refuseAt(error, form, places, { otherwise: 'form' })
    }
  }
  return saveMerged(request, {
    schema: componentSchema,
    stored,
    valuesOf: componentFormValues,
    save: async ({ data: details }, { key, revision }) => {
      const subjectName = `${textIn(of.name, ctx.locale)} ${edition.year}`
      const performed = await performAct(ctx, {
        act: { initiativeId: of.initiativeId, verb: 'edition.components', subjectName },
        answered: unasked,
        work: () => editComponent(ctx, { ...place, key, revision, details }),
      })
      return performed.done && performed.actId ? redirect(path, 303) : nothingChanged(path)
    },
  })
}

/** One component of an edition, or a new one. */
export default function ComponentPage() {
  const { title, path, key, values, base, stale } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <DeskPage title={key === null ? m['indices.desk.add-component']() : m['indices.desk.component']()}>
      <p>
        <a className="breadcrumb" href={path}>
          {title}
        </a>
      </p>
      <Form method="post" noValidate className="form">
        <FormVersions refused={refused} base={base} />
        <ComponentFields refused={refused} initial={values} stale={stale} isNew={key === null} />
        <p>
          <Button>{m['organize.form.save']()}</Button>
        </p>
      </Form>
      {key !== null && (
        <form method="post" action={`${path}/components/${key}/removal`}>
          <Button variant="danger">{m['indices.desk.remove-component']()}</Button>
        </form>
      )}
    </DeskPage>
  )
}
