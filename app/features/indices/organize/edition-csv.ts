import type { LoaderFunctionArgs } from '@remix-run/node'
import { csvLines } from '#app/shared/files/csv-text.server.ts'
import { fileHeaders } from '#app/shared/files/file-headers.ts'
import { writeEditions } from '../domain/tables/write-edition.ts'
import { ownEdition } from './own-index.server.ts'

/** One edition as a table, to be changed and taken in again. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { of, edition } = await ownEdition(request, params)
  const { header, rows } = writeEditions([edition])
  const name = `${of.slug}-${edition.year}.csv`
  return new Response(`\uFEFF${csvLines([header, ...rows])}`, {
    headers: fileHeaders(name, 'text/csv; charset=utf-8'),
  })
}
