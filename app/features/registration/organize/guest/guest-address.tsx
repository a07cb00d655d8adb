import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Refusal } from '#app/shared/errors.ts'
import { extendFormMessages, messageFor } from '#app/shared/forms/form-messages.ts'
import { faultAt } from '#app/shared/forms/form-values.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { formatDateTime } from '#app/shared/time/format.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/fields/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { askGuestAddress } from '../../domain/guests/ask-guest-address.server.ts'
import { findAskedAddress, getGuest } from '../../domain/guests/guests.server.ts'
import { likelyAddress } from '../../domain/links/likely-address.ts'
import { newAddressSchema } from '../../registration.schema.ts'
import { guestPlace } from '../list-place.ts'
import { GuestTrail } from './guest-trail.tsx'

extendFormMessages({
  'shared.refusal.address-same': m['shared.refusal.address-same'],
  'shared.refusal.registered-already': m['shared.refusal.registered-already'],
  'shared.refusal.state-changed': m['shared.refusal.state-changed'],
  'shared.refusal.too-many': m['shared.refusal.too-many'],
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  eventTitle(data?.name ?? m['registration.guest.address'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'registrations.manage')
  const { id, name, email } = await getGuest(ctx, event.id, params.registration ?? '')
  return data({
    name,
    email,
    meant: likelyAddress(email),
    asked: await findAskedAddress(ctx, id),
    timeZone: event.timeZone,
    page: guestPlace(event.slug, id, new URL(request.url).searchParams),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'registrations.manage')
  const { id } = await getGuest(ctx, event.id, params.registration ?? '')
  const form = await readForm(request, newAddressSchema)
  if (!form.ok) return refuse(form)
  const page = guestPlace(event.slug, id, new URL(request.url).searchParams)
  try {
    await askGuestAddress(ctx, { eventId: event.id, registrationId: id, email: form.data.email })
    return redirect(page.guest, 303)
  } catch (error) {
    const twin = error instanceof Refusal && error.details.id
    const extra =
      typeof twin === 'string' ? { existing: guestPlace(event.slug, twin, new URLSearchParams()).guest } : {}
    return refuseAt(error, form, {}, { otherwise: 'email', extra })
  }
}

/** Another address for a guest: it counts once the link that goes there has been opened. */
export default function GuestAddress() {
  const { name, email, meant, asked, timeZone, page } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const existing = refused && 'existing' in refused ? String(refused.existing ?? '') : ''
  const fault = faultAt(refused?.errors, 'email')
  return (
    <DeskPage title={m['registration.guest.address']()}>
      <GuestTrail page={page} name={name} />
      {asked && (
        <Notice title={m['registration.guest.address-asked']({ email: asked.email })}>
          <p>
            {m['registration.guest.address-until']({
              time: formatDateTime(asked.expiresAt, timeZone, getLocale()),
            })}
          </p>
        </Notice>
      )}
      {existing && (
        <Notice tone="warning" live title={m['shared.refusal.registered-already']()}>
          <p>
            <a href={existing}>{m['registration.add.existing']()}</a>
          </p>
        </Notice>
      )}
      <p className="measure">{m['registration.guest.address-lead']({ email })}</p>
      <Form method="post" noValidate className="form">
        <FaultList errors={refused?.errors} />
        <TextField
          name="email"
          label={m['registration.address.new']()}
          defaultValue={String(refused?.values.email ?? meant ?? '')}
          error={fault && messageFor(fault.message)}
          type="email"
          inputMode="email"
          autoComplete="off"
          required
        />
        <p>
          <Button>{m['registration.address.submit']()}</Button>
        </p>
      </Form>
    </DeskPage>
  )
}
