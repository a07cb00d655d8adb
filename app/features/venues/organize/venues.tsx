import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { listRooms } from '#app/features/agenda/domain/rooms/rooms-and-tracks.server.ts'
import { placeText } from '#app/features/calendar/domain/attendance-entry.ts'
import { listVenues } from '#app/features/events/domain/venues.server.ts'
import { addVenue } from '#app/features/venues/domain/add-venue.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { VenueFields, venueRefusals } from './venue-fields.tsx'
import { venueSchema } from './venue-form.schema.ts'
import { venueDetailsOf } from './venue-form-values.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['venues.desk.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await organizedEvent(request, params, 'event.edit')
  const [venues, rooms] = await Promise.all([listVenues(event.id), listRooms(event.id)])
  const names = new Map(rooms.map((room) => [room.id, room.name]))
  return data({
    venues: venues.map(({ id, name, address, city, country, isMain, roomIds }) => ({
      id,
      name,
      address,
      city,
      country,
      isMain,
      rooms: roomIds.flatMap((roomId) => names.get(roomId) ?? []),
    })),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const form = await readForm(request, venueSchema)
  if (!form.ok) return refuse(form)
  try {
    const { id } = await addVenue(ctx, { eventId: event.id, details: venueDetailsOf(form.data) })
    return redirect(`/organize/events/${event.slug}/venues#venue-${id}`, 303)
  } catch (error) {
    return refuseAt(error, form, venueRefusals)
  }
}

export default function Venues() {
  const frame = useEventFrame()
  const { venues } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <DeskPage title={m['venues.desk.title']()}>
      <p className="measure soft">{m['venues.desk.lead']()}</p>
      {venues.length === 0 ? (
        <EmptyState title={m['venues.desk.none']()} />
      ) : (
        <DataTable
          caption={m['venues.desk.title']()}
          captionHidden
          columns={columns(frame.slug)}
          rows={venues}
          rowKey={(venue) => venue.id}
          rowId={(venue) => `venue-${venue.id}`}
        />
      )}
      <details id="add-venue" open={Boolean(refused) || venues.length === 0}>
        <summary>{m['venues.desk.add']()}</summary>
        <Form method="post" noValidate className="form">
          <FaultList errors={refused?.errors} />
          <VenueFields refused={refused} initial={{}} main="new" />
          <p>
            <Button>{m['venues.desk.add']()}</Button>
          </p>
        </Form>
      </details>
    </DeskPage>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['venues'][number]

function columns(event: string): Column<Row>[] {
  const locale = getLocale()
  return [
    {
      key: 'name',
      header: m['venues.desk.name'](),
      names: true,
      cell: ({ id, name, address, isMain }) => (
        <>
          <a href={`/organize/events/${event}/venues/${id}`}>
            {textIn(name, locale) || address || m['venues.desk.unnamed']()}
          </a>
          {isMain && (
            <>
              {' '}
              <Badge>{m['venues.desk.main']()}</Badge>
            </>
          )}
        </>
      ),
    },
    {
      key: 'address',
      header: m['venues.desk.address'](),
      cell: ({ address, city, country }) => placeText({ name: {}, address, city, country }, locale) || '—',
    },
    {
      key: 'rooms',
      header: m['venues.desk.rooms'](),
      cell: ({ rooms }) => (
        <a href={`/organize/events/${event}/agenda/rooms`}>
          {rooms.map((name) => textIn(name, locale)).join(', ') || m['venues.desk.no-rooms']()}
        </a>
      ),
    },
  ]
}
