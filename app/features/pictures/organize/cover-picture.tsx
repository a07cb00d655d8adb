import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData } from '@remix-run/react'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { newCoverSchema, pictureRefusals } from '../cover.schema.ts'
import { saveCover } from '../domain/cover.server.ts'
import { pictureSizes } from '../domain/picture-image.server.ts'
import { NewCoverForm } from './new-cover-form.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['pictures.cover.new'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  await organizedEvent(request, params, 'event.edit')
  return data(null)
}

/** Takes a picture as the cover; the one before comes back when that is taken back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const form = await readForm(request, newCoverSchema)
  if (!form.ok) return refuse(form)
  const { picture, ...words } = form.data
  try {
    const made = await pictureSizes(new Uint8Array(await picture.arrayBuffer()))
    const details = { ...words, focalX: 50, focalY: 50 }
    await performAct(ctx, {
      act: { eventId: event.id, verb: 'cover.saved' },
      answered: unasked,
      work: () => saveCover(ctx, { eventId: event.id, made, details }),
    })
  } catch (error) {
    return refuseAt(error, form, pictureRefusals)
  }
  return redirect(`/organize/events/${event.slug}/cover`, 303)
}

export default function CoverPicture() {
  const frame = useEventFrame()
  const refused = useActionData<typeof action>()
  return (
    <DeskPage title={m['pictures.cover.new']()}>
      <a className="breadcrumb" href={`/organize/events/${frame.slug}/cover`}>
        {m['pictures.cover.title']()}
      </a>
      <NewCoverForm slug={frame.slug} refused={refused} />
    </DeskPage>
  )
}
