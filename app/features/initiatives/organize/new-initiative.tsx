import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { listOwnOrganizations } from '#app/features/organizations/domain/organizations.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { deskContext } from '#app/organize/organized-event.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Refusal } from '#app/shared/errors.ts'
import { readForm, refuse, refuseField } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { rolesThatMay } from '#app/shared/permissions/rights.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextField } from '#app/ui/fields/field.tsx'
import { createInitiative } from '../domain/editing/create-initiative.server.ts'
import { newInitiativeSchema } from '../initiatives.schema.ts'
import { formTools } from './form-fields.ts'
import { InitiativeFields } from './initiative-fields.tsx'

export const meta = () => [{ title: m['initiatives.desk.create']() }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await deskContext(request)
  const organizations = await listOwnOrganizations(ctx, rolesThatMay('initiative.edit'))
  if (organizations.length === 0) throw new Refusal('right-missing', 'rights')
  return data({ organizations: organizations.map(({ slug, name }) => ({ slug, name })) })
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await deskContext(request)
  const form = await readForm(request, newInitiativeSchema)
  if (!form.ok) return refuse(form)
  const { organization, slug, ...details } = form.data
  const own = await listOwnOrganizations(ctx, rolesThatMay('initiative.edit'))
  const body = own.find((one) => one.slug === organization)
  if (!body) return refuse(refuseField(form, 'organization', 'shared.form.choose'))
  try {
    const made = await createInitiative(ctx, { organizationId: body.id, slug, details })
    return redirect(`/organize/initiatives/${made.slug}`, 303)
  } catch (error) {
    return refuseAt(error, form, { 'initiative-address-taken': 'slug' })
  }
}

export default function NewInitiative() {
  const { organizations } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const tools = formTools(refused, { organization: organizations[0]?.slug ?? '' })
  return (
    <DeskPage title={m['initiatives.desk.create']()}>
      <p className="measure soft">{m['initiatives.desk.create-lead']()}</p>
      <Form method="post" noValidate className="form">
        <FaultList errors={refused?.errors} />
        <SelectField
          {...tools.field('organization')}
          label={m['initiatives.form.body']()}
          hint={m['initiatives.form.body-hint']()}
          options={organizations.map(({ slug, name }) => ({ value: slug, label: textIn(name, getLocale()) }))}
        />
        <InitiativeFields tools={tools} />
        <TextField
          {...tools.field('slug')}
          label={m['organize.new-event.slug']()}
          hint={m['organize.new-event.slug-hint']()}
          autoComplete="off"
          optional
        />
        <p>
          <Button>{m['initiatives.desk.create']()}</Button>
        </p>
      </Form>
    </DeskPage>
  )
}
