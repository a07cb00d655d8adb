import type { LoaderFunctionArgs } from '@remix-run/node'
import { eventFrame } from '#app/features/events/organize/event-frame.server.ts'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { getSlidesOfEvent } from './domain/slides.server.ts'
import { fileDownload } from './file-download.server.ts'

/** A speaker's slides, for the organizers of the event. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event } = await eventFrame(ctx, params.event ?? '', 'agenda.edit')
  return fileDownload(await getSlidesOfEvent(ctx, event.id, params.slides ?? ''))
}
