import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { isTimeZone, timeZones } from '#app/features/events/domain/local-time.server.ts'
import { eventFrame } from '#app/organize/event-frame.server.ts'
import { EventFrame, eventTitle } from '#app/organize/event-frame.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { m } from '#app/paraglide/messages.js'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { readForm, refuse, refuseField } from '#app/shared/forms/read-form.server.ts'
import { Button } from '#app/ui/button.tsx'
import { addPerson } from '../domain/add-person.server.ts'
import { columnsOf } from '../domain/edit-person.server.ts'
import { PeopleTabs } from './people-tabs.tsx'
import { PersonFields } from './person-fields.tsx'
import { personSchema } from './person-form.schema.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  eventTitle(m['people.new.title'](), data?.frame)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await organizerContext(request)
  const { frame } = await eventFrame(ctx, params.event ?? '', 'people.edit')
  const name = (new URL(request.url).searchParams.get('name') ?? '').slice(0, 200)
  return { frame, zones: timeZones(), values: { name, locale: 'vi' } }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'people.edit')
  const form = await readForm(request, personSchema)
  if (!form.ok) return refuse(form)
  if (form.data.timeZone && !isTimeZone(form.data.timeZone)) {
    return refuse(refuseField(form, 'timeZone', 'people.form.zone'))
  }
  const { id } = await addPerson(ctx, { eventId: event.id, ...columnsOf(form.data, {}, ctx) })
  return redirect(`/organize/events/${event.slug}/people/${id}?saved=added`, 303)
}

export default function NewPerson() {
  const { frame, zones, values } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <EventFrame event={frame} current="people" title={m['people.new.title']()}>
      <PeopleTabs event={frame.slug} current={null} />
      <Form method="post" noValidate className="form">
        <FaultList errors={refused?.errors} />
        <PersonFields refused={refused} initial={values} zones={zones} />
        <p className="action-bar">
          <Button>{m['people.new.add']()}</Button>
        </p>
      </Form>
    </EventFrame>
  )
}
