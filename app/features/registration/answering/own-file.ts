import type { LoaderFunctionArgs } from '@remix-run/node'
import { getAnswerFile } from '#app/features/questions/domain/files/answer-file.server.ts'
import { fileDownload } from '#app/shared/files/file-download.server.ts'
import { getAttendeePage } from '../domain/links/attendee-page.server.ts'

/** The attendee's own file, to look at what was handed in. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { event, registration } = await getAttendeePage(params.token ?? '')
  return fileDownload(await getAnswerFile(event.id, registration.answers, params.answer ?? ''), {
    'Cache-Control': 'private, no-store',
  })
}
