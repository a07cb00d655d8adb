import { useMatches, useRouteLoaderData } from '@remix-run/react'
import type { DeskView, EventFrameView } from './event-frame.server.ts'
import type { Viewer } from './organizer-frame.server.ts'

/** The route that draws the frame; its loader is `deskView`. */
export const deskRoute = 'organize/desk'

/** What stands around this page of the desk; nothing where even the frame could not be read. */
export function useDesk(): DeskView | undefined {
  return useRouteLoaderData<DeskView>(deskRoute)
}

/** The event whose desk this page stands on. */
export function useEventFrame(): EventFrameView {
  const event = useDesk()?.event
  if (!event) throw new Error('This page stands on no event’s desk')
  return event
}

/** Who is signed in. */
export function useViewer(): Viewer {
  const viewer = useDesk()?.viewer
  if (!viewer) throw new Error('Nobody is signed in')
  return viewer
}

/** Whether the page shows what readers will see, without the frame of the desk: its handle says so. */
export function useStandsAlone(): boolean {
  return useMatches().some(({ handle }) => (handle as { standsAlone?: boolean } | undefined)?.standsAlone)
}
