import type { LoaderFunctionArgs } from '@remix-run/node'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { m } from '#app/paraglide/messages.js'
import { csvLines } from '#app/shared/files/csv-text.server.ts'
import { fileHeaders } from '#app/shared/files/file-headers.ts'
import { plainClock } from '#app/shared/time/zone-clock.ts'
import { openSecurityList } from '../domain/security-rows.server.ts'
import { securityWord } from '../security-labels.ts'
import { listedPeople } from './listed-people.ts'

/** The list as a file: a line for everybody who comes in. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'registrations.manage')
  const rows = await openSecurityList(ctx, event, 'csv')
  const said = { locale: ctx.locale }
  const asks = event.securityAsks ?? []
  const header = [
    m['security.field.name']({}, said),
    m['security.list.brought-by']({}, said),
    ...asks.map((field) => securityWord(field, ctx.locale)),
  ]
  const lines = listedPeople(rows).map(({ documentName, guestOf, given }) => [
    documentName,
    guestOf,
    ...asks.map((field) => given[field] ?? ''),
  ])
  const name = `${event.slug}-security-${plainClock(ctx.now, event.timeZone).slice(0, 10)}.csv`
  return new Response(`\uFEFF${csvLines([header, ...lines])}`, {
    headers: fileHeaders(name, 'text/csv; charset=utf-8'),
  })
}
