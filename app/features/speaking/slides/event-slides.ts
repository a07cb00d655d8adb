import type { LoaderFunctionArgs } from '@remix-run/node'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { fileDownload } from '#app/shared/files/file-download.server.ts'
import { getSlidesOfEvent } from '../domain/slides.server.ts'

/** A speaker's slides, for the organizers of the event. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  return fileDownload(await getSlidesOfEvent(ctx, event.id, params.slides ?? ''))
}
