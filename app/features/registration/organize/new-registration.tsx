import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { categoriesOf, organizedEvent } from '#app/organize/organized-event.server.ts'
import { m } from '#app/paraglide/messages.js'
import { Refusal } from '#app/shared/errors.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { addRegistration } from '../domain/lifecycle/add-registration.server.ts'
import { addRegistrationSchema } from '../registration.schema.ts'
import { NewRegistrationForm, type RefusedAddition } from './new-registration-form.tsx'

export { keptAction as clientAction, keptLoader as clientLoader } from '#app/shared/pages/kept-page.ts'

export const handle = { hydrate: true }
export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['registration.add.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'registrations.manage')
  const categories = await categoriesOf(event)
  return { locale: ctx.locale, categories: categories.map(({ code, name }) => ({ code, name })) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'registrations.manage')
  const form = await readForm(request, addRegistrationSchema)
  if (!form.ok) return refuse(form)
  const list = `/organize/events/${event.slug}/registrations`
  try {
    return redirect(`${list}/${await addRegistration(ctx, event, form.data)}`, 303)
  } catch (error) {
    const id = error instanceof Refusal && error.details.id
    const extra = typeof id === 'string' ? { existing: `${list}/${id}` } : {}
    return refuseAt(error, form, fieldOf, { otherwise: 'form', extra })
  }
}

const fieldOf = { 'registered-already': 'email', 'category-missing': 'category' }

export default function NewRegistration() {
  const { categories, locale } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() as RefusedAddition | undefined
  return (
    <DeskPage title={m['registration.add.title']()}>
      <p className="measure soft">{m['registration.add.hint']()}</p>
      <NewRegistrationForm categories={categories} locale={locale} refused={refused} />
    </DeskPage>
  )
}
