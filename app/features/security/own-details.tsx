import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { answerLink } from '#app/features/registration/attendee-language.server.ts'
import { attendeeView } from '#app/features/registration/attendee-view.server.ts'
import { m } from '#app/paraglide/messages.js'
import { PersonalPage } from '#app/public/personal-frame.tsx'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { DetailFields } from './detail-fields.tsx'
import { detailsOf, detailsSchema, detailsValues } from './details.schema.ts'
import { getDetails, giveOwnDetails } from './domain/security-details.server.ts'
import { isAsking, securityListOf } from './domain/security-list.ts'
import { SecurityTold } from './security-told.tsx'

export const meta: MetaFunction = () => [{ title: m['security.own.title']() }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page, view } = await attendeeView(request, params.token ?? '')
  const list = securityListOf(page.event)
  if (!isAsking(list, new Date()) || page.registration.state !== 'confirmed')
    throw redirect(`/registrations/${view.token}`)
  const { token, event, city } = view
  return { token, event, city, list, values: detailsValues(await getDetails(page.registration)) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const ctx = await visitorContext(request, params)
  await answerLink(request, token)
  const form = await readForm(request, detailsSchema)
  if (!form.ok) return refuse(form)
  try {
    await giveOwnDetails(ctx, token, detailsOf(form.data))
    return redirect(`/registrations/${token}`, 303)
  } catch (error) {
    return refuseAt(error, form, { 'security-not-asked': 'form', 'state-changed': 'form' })
  }
}

/** A guest says who they are for the venue's security. */
export default function OwnDetails() {
  const { token, event, city, list, values } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <PersonalPage event={event} title={m['security.own.title']()}>
      <SecurityTold list={list} timeZone={event.timeZone} city={city} />
      {/* What is deleted at its hour does not stay in this browser either. */}
      <Form method="post" noValidate className="form" data-unkept>
        <DetailFields asks={list.asks} refused={refused} initial={values} isOwn />
        <div className="cluster">
          <Button>{m['security.own.save']()}</Button>
          <ButtonLink href={`/registrations/${token}`} variant="plain">
            {m['registration.page.title']()}
          </ButtonLink>
        </div>
      </Form>
    </PersonalPage>
  )
}
