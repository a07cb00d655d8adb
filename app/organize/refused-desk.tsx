import { useLocation } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import type { ShownError } from '#app/shared/pages/shown-error.ts'
import type { EventFrameView } from './event-frame.server.ts'
import { EventFrame } from './event-frame.tsx'
import { partAt } from './event-parts.ts'
import type { Viewer } from './organizer-frame.server.ts'
import { OrganizerFrame } from './organizer-frame.tsx'

/** What an error page of the desk is told, to keep the frame; `back` is the page whose form was refused. */
export type RefusedDesk = { viewer: Viewer; event: EventFrameView | null; back: string | null }

type Props = { desk: RefusedDesk; shown: ShownError }

/** A refusal inside the desk: the ways to everything else stay. */
export default function DeskRefusal({ desk: { viewer, event, back }, shown }: Props) {
  const { pathname } = useLocation()
  const words = (
    <div className="stack narrow refusal" data-status={shown.status}>
      <p>{shown.sentence}</p>
      <p className="cluster">
        {back && <a href={back}>{m['shared.refusal.to-form']()}</a>}
        <a href={event ? `/organize/events/${event.slug}` : '/organize'}>
          {event ? m['organize.event.overview']() : m['organize.events.title']()}
        </a>
      </p>
    </div>
  )
  if (!event) {
    return (
      <OrganizerFrame viewer={viewer} title={shown.title}>
        {words}
      </OrganizerFrame>
    )
  }
  const current = partAt(pathname.slice(`/organize/events/${event.slug}`.length))
  return (
    <EventFrame event={event} current={current} title={shown.title}>
      {words}
    </EventFrame>
  )
}
