import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { initiativeDesk } from '#app/features/initiatives/organize/initiative-desk.server.ts'
import { InitiativeFrame } from '#app/features/initiatives/organize/initiative-frame.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { organizedInitiative } from '#app/organize/organized-initiative.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { textIn, write } from '#app/shared/i18n/translated-text.ts'
import { slugOf } from '#app/shared/slug.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { listIndices } from '../domain/indices.server.ts'
import { addIndex } from '../domain/save-index.server.ts'
import { IndexFields } from './index-fields.tsx'
import { newIndexSchema } from './index-form.schema.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${m['indices.desk.title']()} · ${textIn(data.name, getLocale())}` : '' },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { initiative, path, desk } = await initiativeDesk(request, params)
  const indices = await listIndices(initiative.id)
  return data({
    name: initiative.name,
    desk,
    path,
    indices: indices.map(({ slug, name, summary }) => ({ slug, name, summary })),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, initiative, path } = await organizedInitiative(request, params)
  const form = await readForm(request, newIndexSchema)
  if (!form.ok) return refuse(form)
  const { name, summary, slug, grid } = form.data
  try {
    const added = await addIndex(ctx, {
      initiativeId: initiative.id,
      slug: slug || slugOf(name.en || name.vi) || initiative.slug,
      grid,
      name: write(name, ctx.locale),
      summary: write(summary, ctx.locale),
    })
    return redirect(`${path}/indices/${added.slug}`, 303)
  } catch (error) {
    return refuseAt(error, form, { 'index-address-taken': 'slug' }, { otherwise: 'form' })
  }
}

/** The indices of an initiative, for those who keep them. */
export default function AllIndices() {
  const { desk, path, indices } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <InitiativeFrame desk={desk} current="indices" title={m['indices.desk.title']()}>
      <p className="measure soft">{m['indices.desk.lead']()}</p>
      {indices.length === 0 && <EmptyState title={m['indices.desk.none']()} />}
      <ul className="stack plain-list">
        {indices.map((one) => (
          <li key={one.slug} className="stack tight">
            <p className="title-s">
              <a href={`${path}/indices/${one.slug}`}>
                <Translated value={one.name} />
              </a>
            </p>
            <Translated value={one.summary} as="p" className="soft" />
          </li>
        ))}
      </ul>
      <details id="add-index" open={Boolean(refused) || indices.length === 0}>
        <summary>{m['indices.desk.add']()}</summary>
        <Form method="post" noValidate className="form">
          <FaultList errors={refused?.errors} />
          <IndexFields refused={refused} initial={{}} isNew />
          <p>
            <Button>{m['indices.desk.add']()}</Button>
          </p>
        </Form>
      </details>
    </InitiativeFrame>
  )
}
