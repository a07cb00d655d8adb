import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { organizedInitiative } from '#app/organize/organized-initiative.server.ts'
import { formOrRestored } from '#app/organize/restored-form.server.ts'
import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { listBodies } from '../domain/bodies/bodies.server.ts'
import { editInitiative } from '../domain/editing/edit-initiative.server.ts'
import { removalProblem } from '../domain/editing/initiative-details.ts'
import { initiativeSchema } from '../initiatives.schema.ts'
import { formTools } from './form-fields.ts'
import { initiativeValues, staleFields } from './form-values.ts'
import { initiativeDesk } from './initiative-desk.server.ts'
import { InitiativeFields } from './initiative-fields.tsx'
import { InitiativeFrame, initiativeTitle } from './initiative-frame.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  initiativeTitle(m['initiatives.tab.about'](), data?.desk.name)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { initiative, desk } = await initiativeDesk(request, params)
  const values = initiativeValues(initiative)
  const { name, summary, description, publishedAt } = initiative
  const bodies = (await listBodies(initiative.id)).length
  return data({
    desk,
    values,
    base: footprint(values),
    stale: staleFields({ name, summary, description }),
    isRemovable: removalProblem({ publishedAt, bodies }) === null,
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, initiative, path } = await organizedInitiative(request, params)
  const form = await formOrRestored(request, {
    initiativeId: initiative.id,
    verbs: ['initiative.edited'],
    subjectId: initiative.id,
    stored: initiative,
    valuesOf: initiativeValues,
  })
  return saveMerged(form, {
    schema: initiativeSchema,
    stored: initiative,
    valuesOf: initiativeValues,
    save: async ({ data: details }, { revision }) => {
      const isChanged = await editInitiative(ctx, { initiativeId: initiative.id, revision, details })
      return isChanged ? redirect(path, 303) : nothingChanged(path)
    },
  })
}

/** What an initiative is called and what it is for; whether readers see it. */
export default function InitiativeDesk() {
  const { desk, values, base, stale, isRemovable } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const home = `/organize/initiatives/${desk.slug}`
  return (
    <InitiativeFrame
      desk={desk}
      current="about"
      title={m['initiatives.tab.about']()}
      actions={
        <>
          <ButtonLink
            variant="quiet"
            href={desk.published ? publicPath.initiative(getLocale(), desk.slug) : `${home}/preview`}
          >
            {desk.published ? m['initiatives.desk.public-page']() : m['initiatives.desk.preview']()}
          </ButtonLink>
          <form method="post" action={`${home}/publication`}>
            <input type="hidden" name="published" value={desk.published ? '' : 'on'} />
            <Button variant={desk.published ? 'quiet' : 'primary'}>
              {desk.published ? m['initiatives.desk.unpublish']() : m['initiatives.desk.publish']()}
            </Button>
          </form>
        </>
      }
    >
      <Form method="post" noValidate className="form">
        <FormVersions refused={refused} base={base} />
        <InitiativeFields tools={formTools(refused, values)} stale={stale} />
        <p>
          <Button>{m['organize.form.save']()}</Button>
        </p>
      </Form>
      {isRemovable && (
        <form method="post" action={`${home}/removal`} className="stack tight">
          <p className="soft measure">{m['initiatives.desk.remove-lead']()}</p>
          <div>
            <Button variant="danger">{m['initiatives.desk.remove']()}</Button>
          </div>
        </form>
      )}
    </InitiativeFrame>
  )
}
