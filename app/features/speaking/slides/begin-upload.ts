import type { ActionFunctionArgs } from '@remix-run/node'
import { Refusal } from '#app/shared/errors.ts'
import { partSize } from '#app/shared/files/store-file.server.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { startUpload } from '../domain/uploads.server.ts'
import { openSpeakerForm } from '../speaker-language.server.ts'
import { uploadSchema } from '../speaking.schema.ts'

/** Begins an upload in parts, for public/upload.js. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await visitorContext(request, params)
  await openSpeakerForm(request, params.token ?? '')
  const form = await readForm(request, uploadSchema)
  if (!form.ok) throw new Refusal('form-unreadable', 'invalid')
  const { session: sessionId, name, size } = form.data
  return Response.json({
    ...(await startUpload(ctx, params.token ?? '', { sessionId, name, size })),
    partSize,
  })
}
