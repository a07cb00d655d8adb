import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { PersonalPage } from '#app/public/personal-frame.tsx'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { type Refused, useSchemaForm } from '#app/shared/forms/use-schema-form.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { answerLink } from '../attendee-language.server.ts'
import { attendeeView } from '../attendee-view.server.ts'
import { bringCompanions } from '../domain/companions/bring-companions.server.ts'
import { FaultSummary } from '../fault-summary.tsx'
import { CompanionFields } from './companion-fields.tsx'
import { companionsSchema } from './companions.schema.ts'

export { keptAction as clientAction, keptLoader as clientLoader } from '#app/shared/pages/kept-page.ts'

export const handle = { hydrate: true }
export const meta: MetaFunction = () => [{ title: m['registration.companions.title']() }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page, view } = await attendeeView(request, params.token ?? '')
  const { state, companions, companionNames } = page.registration
  const most = Math.max(page.category.companionLimit, companions)
  if (state !== 'confirmed' || most === 0) throw redirect(`/registrations/${view.token}`)
  return {
    ...view,
    most,
    values: { companions: String(companions), companionNames: companionNames.join('\n') },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const ctx = await visitorContext(request, params)
  await answerLink(request, token)
  const form = await readForm(request, companionsSchema)
  if (!form.ok) return refuse(form)
  const { companions, companionNames: names } = form.data
  try {
    await bringCompanions(ctx, token, { companions, names })
    return redirect(`/registrations/${token}`, 303)
  } catch (error) {
    return refuseAt(error, form, {}, { otherwise: 'companions' })
  }
}

/** Whom somebody with a seat brings along. */
export default function CompanionsPage() {
  const { token, event, most, values } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() as Refused | undefined
  const tools = useSchemaForm(companionsSchema, refused, values)
  return (
    <PersonalPage event={event} title={m['registration.companions.title']()}>
      <p>{m['registration.companions.lead']()}</p>
      <Form method="post" noValidate onSubmit={tools.onSubmit} className="form" data-kept>
        <FaultSummary fault={tools.fault} names={['companions', 'companionNames']} />
        <CompanionFields tools={tools} most={most} />
        <div className="cluster">
          <Button disabled={tools.isSending}>{m['registration.companions.save']()}</Button>
          <ButtonLink href={`/registrations/${token}`} variant="plain">
            {m['registration.page.title']()}
          </ButtonLink>
        </div>
      </Form>
    </PersonalPage>
  )
}
