import type { LoaderFunctionArgs } from '@remix-run/node'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { csvLines } from '#app/shared/files/csv-text.server.ts'
import { fileHeaders } from '#app/shared/files/file-headers.ts'
import { listWholeFilms } from '../../domain/films.server.ts'
import { filmColumns } from '../../domain/tables/film-columns.ts'
import { writeFilms } from '../../domain/tables/write-films.ts'
import { filmColumnLabel } from './film-column-labels.ts'

/** The films of an edition as a table, to be changed and taken in again. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const header = filmColumns.map(filmColumnLabel)
  const rows = writeFilms(await listWholeFilms(event.id), ctx.locale)
  return new Response(`\uFEFF${csvLines([header, ...rows])}`, {
    headers: fileHeaders(`${event.slug}-films.csv`, 'text/csv; charset=utf-8'),
  })
}
