import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { Refusal } from '#app/shared/errors.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { partSize } from './domain/upload-kind.ts'
import { addPart, startUpload } from './domain/uploads.server.ts'
import { speakingView } from './speaking-view.server.ts'

/** Slides in one piece: the way without script. */
export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const ctx = await visitorContext(request, params)
  await speakingView(request, token)
  const form = await request.formData().catch(() => null)
  const [file, sessionId] = [form?.get('file'), form?.get('session')]
  if (!(file instanceof File) || typeof sessionId !== 'string') throw new Refusal('slides-empty', 'invalid')
  const upload = await startUpload(ctx, token, { sessionId, name: file.name, size: file.size })
  for (let offset = 0; offset < file.size; offset += partSize) {
    const content = new Uint8Array(await file.slice(offset, offset + partSize).arrayBuffer())
    await addPart(ctx, token, { fileId: upload.id, offset, content })
  }
  return redirect(`/speaking/${token}?saved=slides`, 303)
}
