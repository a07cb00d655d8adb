import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData } from '@remix-run/react'
import * as z from 'zod/mini'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { publishEvent } from '#app/features/events/domain/publish-event.server.ts'
import { ActPreviewPanel } from '#app/organize/act-preview-panel.tsx'
import { readAnswered } from '#app/organize/answered-form.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { previewIn, previewStatus } from '#app/organize/preview-answer.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { Refusal } from '#app/shared/errors.ts'
import { checkbox } from '#app/shared/forms/fields.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { PublicationForm } from './publication-form.tsx'

const schema = z.object({ published: checkbox() })

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['organize.publication.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  await organizedEvent(request, params, 'event.edit')
  return null
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const { answered, errors, values } = await readAnswered(request)
  const form = await readForm(request, schema)
  if (!form.ok) throw new Refusal('invalid', 'invalid')
  const { published } = form.data
  // Asking for what is so already does nothing that could be taken back.
  const home = `/organize/events/${event.slug}`
  if ((event.publishedAt !== null) === published) return nothingChanged(home)
  const performed = await performAct(ctx, {
    act: { eventId: event.id, verb: published ? 'event.published' : 'event.unpublished' },
    answered,
    work: () => publishEvent(ctx, { eventId: event.id, published }),
  })
  if (!performed.done) {
    return refuse({ ok: false, errors, values }, { preview: performed.preview }, previewStatus(errors))
  }
  return redirect(home, 303)
}

/** Where publishing stops when it would mail people: seats that came free are offered then. */
export default function Publication() {
  const frame = useEventFrame()
  const refused = useActionData<typeof action>()
  const preview = previewIn(refused)
  return (
    <DeskPage title={m['organize.publication.title']()}>
      {preview && refused ? (
        <Form method="post" className="form">
          <input type="hidden" name="published" value={frame.published ? '' : 'on'} />
          <ActPreviewPanel preview={preview} refused={refused} action={m['organize.publication.publish']()} />
        </Form>
      ) : (
        !frame.cancelled && <PublicationForm slug={frame.slug} published={frame.published} />
      )}
    </DeskPage>
  )
}
