import type { LoaderFunctionArgs } from '@remix-run/node'
import { getPublicSlides } from '../domain/slides.server.ts'
import { fileDownload } from './file-download.server.ts'

/** Slides that everybody may have, from the record of an event. */
export async function loader({ params }: LoaderFunctionArgs) {
  return fileDownload(await getPublicSlides(params.slides ?? ''))
}
