import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import * as z from 'zod/mini'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { cancelEvent } from '#app/features/events/domain/cancel-event.server.ts'
import { ActPreviewPanel } from '#app/organize/act-preview-panel.tsx'
import { readAnswered } from '#app/organize/answered-form.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { categoriesOf, organizedEvent } from '#app/organize/organized-event.server.ts'
import { previewIn, previewStatus } from '#app/organize/preview-answer.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { Refusal } from '#app/shared/errors.ts'
import { optionalText, tickedBox } from '#app/shared/forms/fields.ts'
import { extendFormMessages, messageFor } from '#app/shared/forms/form-messages.ts'
import { faultAt } from '#app/shared/forms/form-values.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { CheckboxField, TextArea } from '#app/ui/fields/field.tsx'
import { Notice } from '#app/ui/notice.tsx'

extendFormMessages({ 'organize.cancellation.tick': m['organize.cancellation.tick'] })

const schema = z.object({ reason: optionalText(1000), sure: tickedBox('organize.cancellation.tick') })

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['organize.cancellation.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await organizedEvent(request, params, 'event.edit')
  const categories = await categoriesOf(event)
  if (event.cancelledAt) throw new Refusal('event-cancelled', 'state')
  const live = categories.map(
    ({ pending, confirmed, waitlisted, offered }) => pending + confirmed + waitlisted + offered,
  )
  return data({ live: live.reduce((sum, count) => sum + count, 0) })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const answer = request.clone() as Request
  const form = await readForm(request, schema)
  if (!form.ok) return refuse(form)
  const { reason } = form.data
  const { answered, errors, values } = await readAnswered(answer)
  const performed = await performAct(ctx, {
    act: { eventId: event.id, verb: 'event.cancelled' },
    answered,
    work: () => cancelEvent(ctx, { eventId: event.id, reason }),
  })
  if (!performed.done) {
    const typed = { ...form.values, ...values }
    return refuse({ ok: false, errors, values: typed }, { preview: performed.preview }, previewStatus(errors))
  }
  return redirect(`/organize/events/${event.slug}`, 303)
}

export default function Cancellation() {
  const frame = useEventFrame()
  const { live } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const preview = previewIn(refused)
  const fault = faultAt(refused?.errors, 'sure')
  return (
    <DeskPage title={m['organize.cancellation.title']()}>
      <Notice tone="warning" title={m['organize.cancellation.told']({ count: live })}>
        <p>{m['organize.cancellation.for-good']()}</p>
      </Notice>
      <Form method="post" noValidate className="form">
        <TextArea
          name="reason"
          label={m['organize.cancellation.reason']()}
          hint={m['organize.cancellation.reason-hint']()}
          optional
          defaultValue={String(refused?.values.reason ?? '')}
        />
        <CheckboxField
          name="sure"
          label={m['organize.cancellation.sure']()}
          defaultChecked={Boolean(refused?.values.sure)}
          error={fault && messageFor(fault.message)}
        />
        {preview && refused ? (
          <ActPreviewPanel preview={preview} refused={refused} action={m['organize.cancellation.cancel']()} />
        ) : (
          <p>
            <Button variant="danger">{m['organize.cancellation.look']()}</Button>
          </p>
        )}
        <p className="cluster">
          <ButtonLink variant="quiet" href={`/organize/events/${frame.slug}/settings`}>
            {m['organize.cancellation.keep']()}
          </ButtonLink>
        </p>
      </Form>
    </DeskPage>
  )
}
