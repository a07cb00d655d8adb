import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { encode } from 'uqr'
import { spokenCode, ticketSquares } from '#app/features/ticket/domain/ticket-code.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { m } from '#app/paraglide/messages.js'
import { QrCode } from '#app/public/qr-code.tsx'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/fields/field.tsx'
import { getGuest } from '../../domain/guests/guests.server.ts'
import { getGuestLink } from '../../domain/guests/shown-link.server.ts'
import { guestPlace } from '../list-place.ts'
import { GuestTrail } from './guest-trail.tsx'

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  eventTitle(data?.name ?? m['registration.guest.link'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'registrations.manage')
  const { id } = await getGuest(ctx, event.id, params.registration ?? '')
  const { name, state, link, ticketCode } = await getGuestLink(ctx, event.id, id)
  const hasSeat = state === 'confirmed' && event.cancelledAt === null
  return data(
    {
      id,
      name,
      link,
      linkCode: encode(link, { border: 0 }).data,
      ticket: hasSeat ? { squares: ticketSquares(ticketCode), code: spokenCode(ticketCode) } : null,
      page: guestPlace(event.slug, id, new URL(request.url).searchParams),
      home: `/organize/events/${event.slug}/registrations/${id}`,
    },
    { headers: { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' } },
  )
}

/** A guest's own link and codes, for whoever stands beside them without a mail. */
export default function GuestLink() {
  const { name, link, linkCode, ticket, page, home } = useLoaderData<typeof loader>()
  return (
    <DeskPage title={m['registration.guest.link']()}>
      <GuestTrail page={page} name={name} />
      <p className="soft measure">{m['registration.guest.link-lead']()}</p>
      <TextField
        name="link"
        label={m['registration.guest.link-label']()}
        defaultValue={link}
        readOnly
        translate="no"
      />
      <div className="cluster loose start">
        <figure className="stack tight">
          <QrCode modules={linkCode} label={m['registration.guest.link-qr']({ name })} />
          <figcaption className="small soft">{m['registration.guest.link-qr-hint']()}</figcaption>
        </figure>
        {ticket && (
          <figure className="stack tight">
            <QrCode modules={ticket.squares} label={m['registration.guest.door-qr']({ name })}>
              <strong>{ticket.code}</strong>
            </QrCode>
            <figcaption className="small soft">{m['registration.guest.door-qr-hint']()}</figcaption>
          </figure>
        )}
      </div>
      <form method="post" action={`${home}/renewal${page.query}`} className="stack tight">
        <p className="soft measure">{m['registration.guest.renew-hint']()}</p>
        <p>
          <Button variant="quiet">{m['registration.detail.renew']()}</Button>
        </p>
      </form>
    </DeskPage>
  )
}
