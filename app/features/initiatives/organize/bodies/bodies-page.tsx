import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { listOwnOrganizations } from '#app/features/organizations/domain/organizations.server.ts'
import { FaultList } from '#app/organize/fault-list.tsx'
import { organizedInitiative } from '#app/organize/organized-initiative.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { rolesAtInitiative } from '#app/shared/permissions/permissions.server.ts'
import { roleMay, rolesThatMay } from '#app/shared/permissions/rights.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/fields/field.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { askBody } from '../../domain/bodies/ask-body.server.ts'
import { listBodies, listBodyRequests, listOtherBodies } from '../../domain/bodies/bodies.server.ts'
import { bodySchema } from '../../initiatives.schema.ts'
import { formTools } from '../form-fields.ts'
import { initiativeDesk } from '../initiative-desk.server.ts'
import { InitiativeFrame, initiativeTitle } from '../initiative-frame.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  initiativeTitle(m['initiatives.tab.bodies'](), data?.desk.name)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, initiative, desk } = await initiativeDesk(request, params)
  const [bodies, requests, others, roles, own] = await Promise.all([
    listBodies(initiative.id),
    listBodyRequests(initiative.id),
    listOtherBodies(initiative.id),
    rolesAtInitiative(ctx, initiative.id),
    listOwnOrganizations(ctx, rolesThatMay('initiative.bodies')),
  ])
  return data({
    desk,
    bodies,
    requests,
    others,
    mayEdit: roles.some((role) => roleMay(role, 'initiative.bodies')),
    own: own.map(({ id }) => id),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, initiative, path } = await organizedInitiative(request, params, 'initiative.bodies')
  const form = await readForm(request, bodySchema)
  if (!form.ok) return refuse(form)
  try {
    await askBody(ctx, { initiativeId: initiative.id, organizationId: form.data.organization })
  } catch (error) {
    return refuseAt(error, form, {}, { otherwise: 'organization' })
  }
  return redirect(`${path}/bodies`, 303)
}

/** The bodies that carry an initiative as equals, who was asked, and the form that asks another. */
export default function BodiesPage() {
  const { desk, bodies, requests, others, mayEdit, own } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const home = `/organize/initiatives/${desk.slug}/bodies`
  const tools = formTools(refused)
  const nameOf = (name: (typeof bodies)[number]['name']) => textIn(name, getLocale())
  return (
    <InitiativeFrame desk={desk} current="bodies" title={m['initiatives.tab.bodies']()}>
      <p className="measure soft">{m['initiatives.bodies.lead']()}</p>
      <ul className="stack snug">
        {bodies.map(({ id, slug, name }) => (
          <li key={id} className="cluster">
            <Translated value={name} />
            {mayEdit && bodies.length > 1 && own.includes(id) && (
              <form method="post" action={`${home}/${slug}/withdrawal`}>
                <Button
                  variant="plain"
                  aria-label={m['initiatives.bodies.withdraw-name']({ name: nameOf(name) })}
                >
                  {m['initiatives.bodies.withdraw']()}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {requests.length > 0 && (
        <section className="stack snug" aria-labelledby="asked">
          <h2 className="title-m" id="asked">
            {m['initiatives.bodies.asked']()}
          </h2>
          <ul className="stack snug">
            {requests.map(({ id, name }) => (
              <li key={id} className="cluster">
                <Translated value={name} />
                {mayEdit && (
                  <form method="post" action={`${home}/requests/${id}/removal`}>
                    <Button
                      variant="plain"
                      aria-label={m['organize.hosts.take-back-name']({ name: nameOf(name) })}
                    >
                      {m['organize.hosts.take-back']()}
                    </Button>
                  </form>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {mayEdit && others.length > 0 && (
        <form method="post" className="form">
          <h2 className="title-m">{m['initiatives.bodies.ask']()}</h2>
          <FaultList errors={refused?.errors} />
          <SelectField
            {...tools.field('organization')}
            label={m['organize.new-event.organization']()}
            hint={m['initiatives.bodies.ask-hint']()}
            options={others.map(({ id, name }) => ({ value: id, label: nameOf(name) }))}
          />
          <p>
            <Button>{m['initiatives.bodies.ask']()}</Button>
          </p>
        </form>
      )}
    </InitiativeFrame>
  )
}
