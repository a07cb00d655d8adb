import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import * as z from 'zod/mini'
import { editEvent } from '#app/features/events/domain/edit-event.server.ts'
import { timeZones } from '#app/features/events/domain/local-time.server.ts'
import { m } from '#app/paraglide/messages.js'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
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
import { FaultList } from './fault-list.tsx'
import { answerSaveProblem, withVersion } from './save-problems.server.ts'
import { withTakenVersions } from './taken-versions.server.ts'
import { conflictOf, footprint } from './versions.ts'
import { VersionsPanel } from './versions-panel.tsx'

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
    revision: String(event.revision),
    base: footprint(values),
    stale: Object.entries({ ...texts, ...places }).flatMap(([name, text]) => (isStale(text) ? [name] : [])),
    zones: zones.includes(event.timeZone) ? zones : [event.timeZone, ...zones],
    saved: new URL(request.url).searchParams.get('told'),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event } = await eventFrame(ctx, params.event ?? '', 'event.edit')
  const posted = await withTakenVersions(request, eventFormValues(event))
  const form = await readForm(posted, withVersion(eventSchema))
  if (!form.ok) return refuse(form)
  const { revision, base, ...words } = form.data
  const read = eventDetailsOf(words, form.values)
  if (!read.ok) return refuse(read)
  try {
    const { told } = await editEvent(ctx, { eventId: event.id, revision, details: read.details })
    return redirect(`/organize/events/${event.slug}/settings?told=${told}`, 303)
  } catch (error) {
    return answerSaveProblem(error, form, base, (stored) => eventFormValues(stored as typeof event))
  }
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
  const { values, revision, base, stale, zones } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const tools = useSchemaForm(eventSchema, refused, values)
  const conflict = conflictOf(refused)
  return (
    <Form method="post" noValidate className="form" onSubmit={tools.onSubmit}>
      <input
        type="hidden"
        name="revision"
        value={conflict?.revision ?? refused?.values.revision?.toString() ?? revision}
      />
      <input type="hidden" name="base" value={conflict?.base ?? refused?.values.base?.toString() ?? base} />
      {conflict ? (
        <VersionsPanel differences={conflict.differences} />
      ) : (
        <FaultList errors={refused?.errors} />
      )}
      <EventFields tools={tools} zones={zones} stale={stale} />
      <p>
        <Button disabled={tools.isSending}>{m['organize.form.save']()}</Button>
      </p>
    </Form>
  )
}
