import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { addRoom } from '#app/features/agenda/domain/rooms/add-room.server.ts'
import { listRooms, listTracks } from '#app/features/agenda/domain/rooms/rooms-and-tracks.server.ts'
import { listVenues } from '#app/features/events/domain/venues.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { AgendaTabs } from '#app/organize/tabs/agenda-tabs.tsx'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { textIn, write } from '#app/shared/i18n/translated-text.ts'
import { formatCount } from '#app/shared/time/format.ts'
import { Button } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { PlaceFields } from './place-fields.tsx'
import { roomSchema } from './rooms.schema.ts'
import { roomsByVenue, venueChoices } from './venue-choices.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['agenda.rooms.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const [rooms, tracks, venues] = await Promise.all([
    listRooms(event.id),
    listTracks(event.id),
    listVenues(event.id),
  ])
  return data({
    houses: roomsByVenue(rooms, venues),
    tracks,
    venues: venueChoices(venues, ctx.locale),
    mainId: event.venueId ?? '',
    mayEditVenues: event.may('event.edit'),
    more: new URL(request.url).searchParams.get('more'),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const form = await readForm(request, roomSchema)
  if (!form.ok) return refuse(form)
  const { name, capacity, venueId } = form.data
  await addRoom(ctx, {
    eventId: event.id,
    name: write(name, ctx.locale),
    ...(capacity !== null && { capacity }),
    ...(venueId && { venueId }),
  })
  // Most who add one add more: the form is open again, and the keyboard goes on at it.
  return redirect(`/organize/events/${event.slug}/agenda/rooms?more=${venueId}#add-room`, 303)
}

export default function Rooms() {
  const frame = useEventFrame()
  const { houses, tracks, venues, mainId, mayEditVenues, more } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const home = `/organize/events/${frame.slug}/agenda`
  return (
    <DeskPage title={m['agenda.rooms.title']()}>
      <AgendaTabs event={frame.slug} current="rooms" />
      <section className="stack" aria-labelledby="rooms">
        <h2 className="title-m" id="rooms">
          {m['agenda.rooms.rooms']()}
        </h2>
        {mayEditVenues && (
          <p>
            <a href={`/organize/events/${frame.slug}/venues`}>{m['venues.rooms.manage']()}</a>
          </p>
        )}
        {houses.length === 0 && (
          <EmptyState title={m['agenda.rooms.none']()}>{m['agenda.rooms.none-hint']()}</EmptyState>
        )}
        {houses.map(({ id, name, rooms }) => (
          <DataTable
            key={id}
            caption={textIn(name, getLocale()) || m['agenda.rooms.rooms']()}
            captionHidden={houses.length === 1}
            columns={columns<(typeof rooms)[number]>(`${home}/rooms`, [
              {
                key: 'capacity',
                header: m['agenda.rooms.capacity'](),
                align: 'end',
                cell: ({ capacity }) => (capacity === null ? '—' : formatCount(capacity, getLocale())),
              },
            ])}
            rows={rooms}
            rowKey={(room) => room.id}
            rowId={(room) => `room-${room.id}`}
          />
        ))}
        <details id="add-room" open={more !== null || Boolean(refused) || houses.length === 0}>
          <summary>{m['agenda.rooms.add-room']()}</summary>
          <Form method="post" noValidate className="form">
            <FaultList errors={refused?.errors} />
            <PlaceFields of="room" refused={refused} initial={{ venueId: more || mainId }} venues={venues} />
            <p>
              <Button>{m['agenda.rooms.add-room']()}</Button>
            </p>
          </Form>
        </details>
      </section>
      <section className="stack" aria-labelledby="tracks">
        <h2 className="title-m" id="tracks">
          {m['agenda.rooms.tracks']()}
        </h2>
        <p className="measure soft">{m['agenda.rooms.tracks-hint']()}</p>
        {tracks.length > 0 && (
          <DataTable
            caption={m['agenda.rooms.tracks']()}
            captionHidden
            columns={columns<(typeof tracks)[number]>(`${home}/tracks`, [])}
            rows={tracks}
            rowKey={(track) => track.id}
            rowId={(track) => `track-${track.id}`}
          />
        )}
        <p>
          <a href={`${home}/tracks`}>{m['agenda.rooms.add-track']()}</a>
        </p>
      </section>
    </DeskPage>
  )
}

type Named = { id: string; name: Parameters<typeof Translated>[0]['value']; sessions: number }

function columns<Row extends Named>(home: string, more: Column<Row>[]): Column<Row>[] {
  return [
    {
      key: 'name',
      header: m['agenda.rooms.name'](),
      names: true,
      cell: ({ id, name }) => (
        <a href={`${home}/${id}`}>
          <Translated value={name} />
        </a>
      ),
    },
    ...more,
    {
      key: 'sessions',
      header: m['agenda.rooms.sessions'](),
      align: 'end',
      cell: ({ sessions }) => formatCount(sessions, getLocale()),
    },
  ]
}
