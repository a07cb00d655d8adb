import type { LoaderFunctionArgs } from '@remix-run/node'
import { fileDownload } from '#app/shared/files/file-download.server.ts'
import { getPublicSlides } from '../domain/slides.server.ts'

/** Slides that everybody may have, from the record of an event. */
export async function loader({ params }: LoaderFunctionArgs) {
  return fileDownload(await getPublicSlides(params.slides ?? ''))
}
