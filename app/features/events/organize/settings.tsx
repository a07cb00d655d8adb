import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import * as z from 'zod/mini'
import { editEvent } from '#app/features/events/domain/edit-event.server.ts'
import { timeZones } from '#app/features/events/domain/local-time.server.ts'
import { m } from '#app/paraglide/messages.js'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { refuse } from '#app/shared/forms/read-form.server.ts'
import { useSchemaForm } from '#app/shared/forms/use-schema-form.ts'
import { isStale } from '#app/shared/i18n/translated-text.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { EventFields } from './event-fields.tsx'
import { eventSchema } from './event-form.schema.ts'
import { eventFormValues } from './event-form-values.server.ts'
import { eventFrame } from './event-frame.server.ts'
import { EventFrame, eventTitle } from './event-frame.tsx'
import { eventDetailsOf } from './event-times.server.ts'
import { answerTakenSeats } from './taken-seats.server.ts'
import { FormVersions } from './versions-panel.tsx'

export const handle = { hydrate: true }
export const meta: MetaFunction<typeof loader> = ({ data }) =>
  eventTitle(m['organize.settings.title'](), data?.frame)

/** A page that found the event too short leads here with the end it needs already in the field. */
const askedSchema = z.object({
  endsAt: z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)),
})

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event, frame } = await eventFrame(ctx, params.event ?? '', 'event.edit')
  const values = eventFormValues(event)
  const asked = z.safeParse(askedSchema, Object.fromEntries(new URL(request.url).searchParams)).data
  const texts = {
    title: event.title,
    theme: event.theme,
    summary: event.summary,
    description: event.description,
  }
  const places = { 'place.name': event.venue?.name, 'place.city': event.venue?.city }
  const zones = timeZones()
  return data({
    frame,
    values: asked ? { ...values, endsAt: asked.endsAt } : values,
    revision: event.revision,
    base: footprint(values),
    stale: Object.entries({ ...texts, ...places }).flatMap(([name, text]) => (isStale(text) ? [name] : [])),
    zones: zones.includes(event.timeZone) ? zones : [event.timeZone, ...zones],
    saved: new URL(request.url).searchParams.get('told'),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event } = await eventFrame(ctx, params.event ?? '', 'event.edit')
  return saveMerged(request, {
    ...{ schema: eventSchema, stored: event, valuesOf: eventFormValues },
    save: async (form, { revision }) => {
      const read = eventDetailsOf(form.data, form.values)
      if (!read.ok) return refuse(read)
      try {
        const { told } = await editEvent(ctx, { eventId: event.id, revision, details: read.details })
        return redirect(`/organize/events/${event.slug}/settings?told=${told}`, 303)
      } catch (error) {
        return answerTakenSeats(error, form)
      }
    },
  })
}

export default function Settings() {
  const { frame, revision, saved } = useLoaderData<typeof loader>()
  return (
    <EventFrame
      event={frame}
      current="settings"
      title={m['organize.settings.title']()}
      actions={
        !frame.cancelled && (
          <ButtonLink variant="danger" href={`/organize/events/${frame.slug}/cancellation`}>
            {m['organize.cancellation.start']()}
          </ButtonLink>
        )
      }
    >
      {saved !== null && (
        <Notice tone="success" live title={m['organize.settings.saved']()}>
          {Number(saved) > 0 && <p>{m['organize.settings.told']({ count: Number(saved) })}</p>}
        </Notice>
      )}
      <SettingsForm key={revision} />
    </EventFrame>
  )
}

function SettingsForm() {
  const { values, base, stale, zones } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const tools = useSchemaForm(eventSchema, refused, values)
  return (
    <Form method="post" noValidate className="form" onSubmit={tools.onSubmit}>
      <FormVersions refused={refused} base={base} />
      <EventFields tools={tools} zones={zones} stale={stale} />
      <p>
        <Button disabled={tools.isSending}>{m['organize.form.save']()}</Button>
      </p>
    </Form>
  )
}
