import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { saveGuestView } from '#app/features/registration/domain/views/save-guest-view.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { m } from '#app/paraglide/messages.js'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import { plainTools } from '#app/shared/forms/plain-tools.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import { Button } from '#app/ui/button.tsx'
import { placeIn } from '../list-place.ts'
import { ViewFields } from './saved-views.tsx'
import { viewSchema } from './view.schema.ts'

extendFormMessages({ 'shared.refusal.views-too-many': m['shared.refusal.views-too-many'] })

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['registration.views.save'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await organizedEvent(request, params, 'registrations.manage')
  return { list: `/organize/events/${event.slug}/registrations` }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'registrations.manage')
  const form = await readForm(request, viewSchema)
  if (!form.ok) return refuse(form)
  const { name, shared: isShared, query } = form.data
  const place = placeIn(new URLSearchParams(query))
  place.delete('cursor')
  try {
    await saveGuestView(ctx, { eventId: event.id, name, isShared, query: place.toString() })
  } catch (error) {
    return refuseAt(error, form, {}, { otherwise: 'name' })
  }
  return redirect(`/organize/events/${event.slug}/registrations?${place}`, 303)
}

/** A filter under a name, where it is asked for anew: what was typed on the list's page stands here when it is refused. */
export default function SaveView() {
  const { list } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() as Refused | undefined
  const tools = plainTools(refused, {})
  const query = String(tools.values.query ?? '')
  return (
    <DeskPage title={m['registration.views.save']()}>
      <p>
        <a className="breadcrumb" href={query ? `${list}?${query}` : list}>
          {m['registration.list.title']()}
        </a>
      </p>
      <form method="post" noValidate className="form">
        <FaultList errors={refused?.errors} />
        <ViewFields tools={tools} query={query} />
        <p>
          <Button>{m['registration.views.save']()}</Button>
        </p>
      </form>
    </DeskPage>
  )
}
