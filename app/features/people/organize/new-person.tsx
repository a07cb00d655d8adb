import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { isTimeZone, timeZones } from '#app/features/events/domain/local-time.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { readForm, refuse, refuseField } from '#app/shared/forms/read-form.server.ts'
import { Button } from '#app/ui/button.tsx'
import { addPerson } from '../domain/add-person.server.ts'
import { columnsOf } from '../domain/edit-person.server.ts'
import { PeopleTabs } from './people-tabs.tsx'
import { PersonFields } from './person-fields.tsx'
import { personSchema } from './person-form.schema.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) => eventTitle(m['people.new.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  await organizedEvent(request, params, 'people.edit')
  const name = (new URL(request.url).searchParams.get('name') ?? '').slice(0, 200)
  return { zones: timeZones(), values: { name, locale: 'vi' } }
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
  const frame = useEventFrame()
  const { zones, values } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <DeskPage title={m['people.new.title']()}>
      <PeopleTabs event={frame.slug} current={null} />
      <Form method="post" noValidate className="form">
        <FaultList errors={refused?.errors} />
        <PersonFields refused={refused} initial={values} zones={zones} />
        <p className="action-bar">
          <Button>{m['people.new.add']()}</Button>
        </p>
      </Form>
    </DeskPage>
  )
}
