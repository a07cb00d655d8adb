import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { instantOfLocal } from '#app/features/events/domain/local-time.server.ts'
import { m } from '#app/paraglide/messages.js'
import { readForm, refuse, refuseField } from '#app/shared/forms/read-form.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { addAvailability } from './domain/own-availability.server.ts'
import { SmallForm } from './small-form.tsx'
import { openSpeakerForm } from './speaker-language.server.ts'
import { availabilitySchema } from './speaking.schema.ts'
import { speakingView } from './speaking-view.server.ts'

export const meta: MetaFunction = () => [{ title: m['speaking.availability.title']() }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view } = await speakingView(request, params.token ?? '')
  return { token: view.token, event: view.event }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const ctx = await visitorContext(request, params)
  const form = await readForm(request, availabilitySchema)
  const at = await openSpeakerForm(request, token)
  if (!form.ok) return refuse(form)
  const startsAt = instantOfLocal(form.data.from, at.event.timeZone)
  const endsAt = instantOfLocal(form.data.to, at.event.timeZone)
  if (!(startsAt instanceof Date)) return refuse(refuseField(form, 'from', `speaking.form.time-${startsAt}`))
  if (!(endsAt instanceof Date)) return refuse(refuseField(form, 'to', `speaking.form.time-${endsAt}`))
  if (endsAt <= startsAt) return refuse(refuseField(form, 'to', 'speaking.form.backwards'))
  await addAvailability(ctx, token, { startsAt, endsAt })
  return redirect(`/speaking/${token}?saved=availability`, 303)
}

export default function Availability() {
  const { token, event } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <SmallForm
      token={token}
      event={event}
      title={m['speaking.availability.title']()}
      intro={m['speaking.availability.lead']()}
      send={m['speaking.availability.save']()}
      refused={refused}
      fields={[
        {
          name: 'from',
          type: 'datetime-local',
          label: m['speaking.availability.from'](),
          initial: event.from,
        },
        { name: 'to', type: 'datetime-local', label: m['speaking.availability.to'](), initial: event.to },
      ]}
    />
  )
}
