import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { Portrait } from '#app/ui/portrait.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { PersonName } from '#app/ui/texts/person-name.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { PeopleRow } from '../domain/people.server.ts'

/** People with what they are and what is still missing; the name opens the person. */
export function PeopleTable({ rows, address }: { rows: readonly PeopleRow[]; address: string }) {
  const locale = getLocale()
  const columns: Column<PeopleRow>[] = [
    {
      key: 'name',
      header: m['people.field.name'](),
      names: true,
      cell: ({ id, name, honorific, portraitId }) => (
        <span className="person-cell">
          <Portrait name={name} portraitId={portraitId} size="2.25rem" />
          <a href={`${address}/${id}`}>
            <PersonName name={name} honorific={textIn(honorific, locale)} />
          </a>
        </span>
      ),
    },
    {
      key: 'position',
      header: m['people.list.position'](),
      cell: ({ position, affiliation }) => (
        <span>
          <Translated value={position} as="span" />
          {textIn(position, locale) && textIn(affiliation, locale) && ', '}
          <Translated value={affiliation} as="span" />
        </span>
      ),
    },
    { key: 'email', header: m['people.field.email'](), cell: ({ email }) => email ?? '' },
    {
      key: 'sessions',
      header: m['people.list.sessions'](),
      align: 'end',
      cell: ({ sessions }) => <span className="figures">{sessions}</span>,
    },
    {
      key: 'missing',
      header: m['people.list.missing'](),
      cell: (row) => <Missing row={row} />,
    },
  ]
  return (
    <DataTable
      caption={m['people.list.title']()}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
    />
  )
}

function Missing({ row }: { row: PeopleRow }) {
  if (row.email && row.portraitId && !row.untranslated) return <span>—</span>
  return (
    <span className="cluster small">
      {!row.email && <StateMark tone="care">{m['people.mark.no-address']()}</StateMark>}
      {row.untranslated && <StateMark tone="care">{m['people.mark.untranslated']()}</StateMark>}
      {!row.portraitId && <StateMark tone="calm">{m['people.mark.no-portrait']()}</StateMark>}
    </span>
  )
}
