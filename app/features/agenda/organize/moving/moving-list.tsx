import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { listRooms } from '#app/features/agenda/domain/rooms/rooms-and-tracks.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TimeRange } from '#app/ui/texts/time-range.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { type MovableGroup, movableGroups } from './movable.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['agenda.moving.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const [sessions, rooms] = await Promise.all([listDraftSessions(event.id), listRooms(event.id)])
  const names = new Map(rooms.map(({ id, name }) => [id, name]))
  const groups = movableGroups(sessions, ctx.now).map(({ kind, sessions }) => ({
    kind,
    sessions: sessions.map(({ id, title, startsAt, endsAt, roomId }) => ({
      id,
      title,
      startsAt,
      endsAt,
      room: names.get(roomId ?? '') ?? null,
    })),
  }))
  return data({ groups, zone: event.timeZone })
}

const groupTitles: Record<MovableGroup, () => string> = {
  now: m['agenda.moving.now'],
  next: m['agenda.moving.next'],
  later: m['agenda.moving.later'],
  past: m['agenda.moving.past'],
}

/** Which session is to be moved: what runs and what comes next stand under the thumb. */
export default function MovingList() {
  const frame = useEventFrame()
  const { groups, zone } = useLoaderData<typeof loader>()
  const home = `/organize/events/${frame.slug}/agenda`
  return (
    <DeskPage title={m['agenda.moving.title']()}>
      {groups.length === 0 && (
        <EmptyState
          title={m['agenda.moving.none']()}
          action={<ButtonLink href={`${home}/list`}>{m['editor.tab.list']()}</ButtonLink>}
        />
      )}
      {groups.map(({ kind, sessions }) => (
        <section key={kind} className="stack snug" aria-labelledby={kind}>
          <h2 className="title-s" id={kind}>
            {groupTitles[kind]()}
          </h2>
          <ul className="movable">
            {sessions.map(({ id, title, startsAt, endsAt, room }) => (
              <li key={id}>
                <a href={`${home}/moving/${id}`}>
                  <Translated value={title} />
                </a>
                <p className="small soft">
                  <TimeRange start={startsAt} end={endsAt} zone={zone} withoutReader />
                  {room && (
                    <>
                      {' · '}
                      <Translated value={room} />
                    </>
                  )}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </DeskPage>
  )
}
