import type { ActionFunctionArgs } from '@remix-run/node'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { addPart } from '../domain/uploads.server.ts'
import { openSpeakerForm } from '../speaker-language.server.ts'

/** One part of a file, as bytes; `?offset=` says where it begins. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await visitorContext(request, params)
  await openSpeakerForm(request, params.token ?? '')
  const offset = Number(new URL(request.url).searchParams.get('offset') ?? Number.NaN)
  const content = new Uint8Array(await request.arrayBuffer())
  return Response.json(await addPart(ctx, params.token ?? '', { fileId: params.file ?? '', offset, content }))
}
