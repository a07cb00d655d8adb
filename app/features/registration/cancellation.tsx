import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { PersonalPage } from '#app/public/personal-frame.tsx'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { answerLink } from './attendee-language.server.ts'
import { attendeeView } from './attendee-view.server.ts'
import { cancelOwnRegistration } from './domain/lifecycle/cancel-registration.server.ts'

export const meta: MetaFunction = () => [{ title: m['registration.cancel.title']() }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view } = await attendeeView(request, params.token ?? '')
  if (view.attendee.state === 'cancelled' || view.attendee.state === 'declined') {
    throw redirect(`/registrations/${view.token}`)
  }
  return view
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await visitorContext(request, params)
  await answerLink(request, params.token ?? '')
  await cancelOwnRegistration(ctx, params.token ?? '')
  return redirect(`/registrations/${params.token}`, 303)
}

export default function Cancellation() {
  const { token, event } = useLoaderData<typeof loader>()
  const path = `/registrations/${token}`
  return (
    <PersonalPage event={event} title={m['registration.cancel.title']()}>
      <p className="lede">{m['registration.cancel.body']()}</p>
      <form method="post" className="cluster">
        <Button variant="danger">{m['registration.cancel.confirm']()}</Button>
        <ButtonLink href={path} variant="quiet">
          {m['registration.cancel.keep']()}
        </ButtonLink>
      </form>
    </PersonalPage>
  )
}
