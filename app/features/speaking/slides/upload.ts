import type { LoaderFunctionArgs } from '@remix-run/node'
import { getUpload } from '../domain/uploads.server.ts'

/** How far an upload has come: where one that broke off goes on. */
export async function loader({ params }: LoaderFunctionArgs) {
  return Response.json(await getUpload(params.token ?? '', params.file ?? ''))
}
