import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { InitiativeFrame } from '#app/features/initiatives/organize/initiative-frame.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { formatPartialDate } from '#app/shared/time/partial-date.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { findUnits } from '../../domain/indices.server.ts'
import { ownIndex } from '../own-index.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${m['indices.desk.units']()} · ${textIn(data.name, getLocale())}` : '' },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { of, path, desk } = await ownIndex(request, params)
  const { units } = await findUnits(of.id)
  const sorted = new Intl.Collator('vi')
  return data({
    name: of.name,
    desk,
    path,
    units: units
      .map(({ id, key, name, fromDay, toDay }) => ({ id, key, name, fromDay, toDay }))
      .sort((a, b) => sorted.compare(textIn(a.name, 'vi'), textIn(b.name, 'vi'))),
  })
}

/** What an index can rank, each as it was between two days. */
export default function AllUnits() {
  const { desk, name, path, units } = useLoaderData<typeof loader>()
  return (
    <InitiativeFrame
      desk={desk}
      current="indices"
      title={m['indices.desk.units']()}
      actions={<ButtonLink href={`${path}/places/new`}>{m['indices.desk.add-unit']()}</ButtonLink>}
    >
      <p>
        <a className="breadcrumb" href={path}>
          {textIn(name, getLocale())}
        </a>
      </p>
      <p className="measure soft">{m['indices.desk.units-lead']()}</p>
      {units.length === 0 ? (
        <EmptyState title={m['indices.desk.no-units']()} />
      ) : (
        <DataTable
          caption={m['indices.desk.units']()}
          captionHidden
          columns={columns(path)}
          rows={units}
          rowKey={({ id }) => id}
        />
      )}
    </InitiativeFrame>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['units'][number]

function columns(path: string): Column<Row>[] {
  const day = (text: string | null) => (text ? formatPartialDate(text, getLocale()) : '–')
  return [
    {
      key: 'name',
      header: m['indices.table.place'](),
      names: true,
      cell: ({ key, name }) => (
        <a href={`${path}/places/${key}`}>
          <Translated value={name} />
        </a>
      ),
    },
    { key: 'key', header: m['indices.form.key'](), cell: ({ key }) => key },
    { key: 'from', header: m['indices.form.from-day'](), cell: ({ fromDay }) => day(fromDay) },
    { key: 'to', header: m['indices.form.to-day'](), cell: ({ toDay }) => day(toDay) },
  ]
}
