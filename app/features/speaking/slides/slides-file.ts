import type { LoaderFunctionArgs } from '@remix-run/node'
import { fileDownload } from '#app/shared/files/file-download.server.ts'
import { getSlidesOfSpeaker } from '../domain/slides.server.ts'

/** The speaker's own slides, to look at what was handed in. */
export async function loader({ params }: LoaderFunctionArgs) {
  return fileDownload(await getSlidesOfSpeaker(params.token ?? '', params.slides ?? ''))
}
