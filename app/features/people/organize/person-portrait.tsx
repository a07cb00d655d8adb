import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Portrait } from '#app/ui/portrait.tsx'
import { getKnownPerson } from '../domain/known-to-hosts.server.ts'
import { findPortrait } from '../domain/portraits/portraits.server.ts'
import { savePortrait } from '../domain/portraits/save-portrait.server.ts'
import { portraitRefusals, portraitSchema } from '../portrait.schema.ts'
import { PortraitFields } from '../portrait-fields.tsx'

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  eventTitle(m['people.portrait.of']({ name: data?.name ?? '' }), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'people.edit')
  const person = await getKnownPerson(ctx, event.id, params.person ?? '')
  const portrait = await findPortrait(person.keptId)
  return data({
    id: person.keptId,
    name: person.name,
    portraitId: portrait?.id ?? null,
  })
}

/** A picture that an organizer sends in for somebody. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'people.edit')
  const person = await getKnownPerson(ctx, event.id, params.person ?? '')
  const form = await readForm(request, portraitSchema)
  if (!form.ok) return refuse(form)
  const { portrait, credit } = form.data
  try {
    await savePortrait(ctx, {
      personId: person.keptId,
      image: new Uint8Array(await portrait.arrayBuffer()),
      credit,
      eventId: event.id,
    })
  } catch (error) {
    return refuseAt(error, form, portraitRefusals)
  }
  return redirect(`/organize/events/${event.slug}/people/${person.id}?saved=portrait`, 303)
}

export default function PersonPortrait() {
  const frame = useEventFrame()
  const { id, name, portraitId } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <DeskPage title={m['people.portrait.of']({ name })}>
      <a className="breadcrumb" href={`/organize/events/${frame.slug}/people/${id}`} translate="no">
        {name}
      </a>
      <Portrait name={name} portraitId={portraitId} size="8rem" />
      <form method="post" encType="multipart/form-data" className="form">
        <FaultList errors={refused?.errors} />
        <PortraitFields refused={refused} send={<Button>{m['people.portrait.send']()}</Button>} />
      </form>
    </DeskPage>
  )
}
