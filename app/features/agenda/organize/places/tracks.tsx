import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { addTrack } from '#app/features/agenda/domain/rooms/add-track.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { AgendaTabs } from '#app/organize/tabs/agenda-tabs.tsx'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { write } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { PlaceFields } from './place-fields.tsx'
import { trackSchema } from './rooms.schema.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['agenda.rooms.add-track'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await organizedEvent(request, params, 'agenda.edit')
  return data({ colour: event.accent })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const form = await readForm(request, trackSchema)
  if (!form.ok) return refuse(form)
  const colour = form.data.colour.toLowerCase()
  const { id } = await addTrack(ctx, {
    eventId: event.id,
    name: write(form.data.name, ctx.locale),
    ...(colour && { colour }),
  })
  return redirect(`/organize/events/${event.slug}/agenda/rooms#track-${id}`, 303)
}

export default function NewTrack() {
  const frame = useEventFrame()
  const { colour } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <DeskPage title={m['agenda.rooms.add-track']()}>
      <AgendaTabs event={frame.slug} current="rooms" />
      <Form method="post" noValidate className="form">
        <FaultList errors={refused?.errors} />
        <PlaceFields of="track" refused={refused} initial={{ colour }} />
        <p>
          <Button>{m['agenda.rooms.add-track']()}</Button>
        </p>
      </Form>
    </DeskPage>
  )
}
