import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { categoriesOf, organizedEvent } from '#app/organize/organized-event.server.ts'
import { m } from '#app/paraglide/messages.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { listForPrint } from '../../domain/list/registrations.server.ts'
import { stateWord } from '../../registration-labels.ts'
import { placeIn } from '../list-place.ts'
import { filterOf } from '../registration-filter.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['registration.print.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'registrations.read')
  const categories = await categoriesOf(event)
  const asked = new URL(request.url).searchParams
  const rows = await listForPrint(ctx, event.id, filterOf(asked, categories))
  const names = new Map(categories.map(({ id, name }) => [id, textIn(name, ctx.locale)]))
  const list = `/organize/events/${event.slug}/registrations`
  const place = placeIn(asked)
  return {
    list: place.size > 0 ? `${list}?${place}` : list,
    rows: rows.map(({ id, name, affiliation, jobTitle, categoryId, state, addressAsked, isVip, tags }) => ({
      id,
      name,
      words: [affiliation, jobTitle].filter(Boolean).join(', '),
      category: names.get(categoryId) ?? '',
      state,
      addressAsked,
      marks: [...(isVip ? [m['registration.guest.vip-short']()] : []), ...tags].join(', '),
    })),
  }
}

/** The list on paper: A to Z, with room for a tick. */
export default function PrintList() {
  const { list, rows } = useLoaderData<typeof loader>()
  return (
    <DeskPage title={m['registration.print.title']()}>
      <p className="on-screen">
        <a className="breadcrumb" href={list}>
          {m['registration.list.title']()}
        </a>
      </p>
      <p className="soft on-screen">{m['registration.print.hint']()}</p>
      <DataTable
        caption={m['registration.list.total']({ count: rows.length, total: String(rows.length) })}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'tick',
            header: m['registration.print.here'](),
            cell: () => <span className="tick-room" aria-hidden="true" />,
          },
          { key: 'name', header: m['registration.list.name'](), names: true, cell: ({ name }) => name },
          { key: 'words', header: m['registration.list.organization'](), cell: ({ words }) => words },
          { key: 'category', header: m['registration.list.category'](), cell: ({ category }) => category },
          {
            key: 'state',
            header: m['registration.list.state'](),
            cell: ({ state, addressAsked }) => stateWord(state, addressAsked),
          },
          { key: 'marks', header: m['registration.guest.tags'](), cell: ({ marks }) => marks },
        ]}
      />
    </DeskPage>
  )
}
