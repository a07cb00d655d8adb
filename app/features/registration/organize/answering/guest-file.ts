import type { LoaderFunctionArgs } from '@remix-run/node'
import { getAnswerFile } from '#app/features/questions/domain/files/answer-file.server.ts'
import { getRegistration } from '#app/features/registration/domain/list/registration-detail.server.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { fileDownload } from '#app/shared/files/file-download.server.ts'

/** The file that a guest handed in, for those who may read answers. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'registrations.manage')
  const { answers } = await getRegistration(ctx, event.id, params.registration ?? '')
  return fileDownload(await getAnswerFile(event.id, answers, params.answer ?? ''), {
    'Cache-Control': 'private, no-store',
  })
}
