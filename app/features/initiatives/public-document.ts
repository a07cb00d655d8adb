import type { LoaderFunctionArgs } from '@remix-run/node'
import { fileDownload } from '#app/shared/files/file-download.server.ts'
import { getPublicDocument } from './domain/media/documents.server.ts'

/** A document of an initiative that everybody may have. */
export async function loader({ params }: LoaderFunctionArgs) {
  return fileDownload(await getPublicDocument(params.document ?? ''))
}
