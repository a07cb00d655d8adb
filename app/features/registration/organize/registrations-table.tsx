import { m } from '#app/paraglide/messages.js'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { plainClock } from '#app/shared/time/zone-clock.ts'
import { Badge } from '#app/ui/badge.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { ListedRegistration } from '../domain/list/registrations.server.ts'
import { stateTone, stateWord } from '../registration-labels.ts'

type Row = Omit<ListedRegistration, 'arrival'>

type RegistrationsTableProps = {
  rows: readonly Row[]
  /** Where the list is; each row opens below it. */
  address: string
  /** What brings a reader back from there to the list as it is. */
  query: string
  categories: ReadonlyMap<string, TranslatedText>
  timeZone: string
}

/** Who registered: one row a person, their name opens their registration. */
export function RegistrationsTable({ rows, address, query, categories, timeZone }: RegistrationsTableProps) {
  const columns: Column<Row>[] = [
    {
      key: 'name',
      header: m['registration.list.name'](),
      names: true,
      cell: ({ id, name, isVip, tags }) => (
        <span className="cluster snug">
          <a href={`${address}/${id}${query}`}>{name}</a>
          {isVip && <Badge accent>{m['registration.guest.vip-short']()}</Badge>}
          {tags.map((tag) => (
            <Badge key={tag}>{tag}</Badge>
          ))}
        </span>
      ),
    },
    { key: 'email', header: m['registration.list.email'](), cell: ({ email }) => email },
    {
      key: 'organization',
      header: m['registration.list.organization'](),
      cell: ({ affiliation, jobTitle }) => [affiliation, jobTitle].filter(Boolean).join(', '),
    },
    {
      key: 'category',
      header: m['registration.list.category'](),
      cell: ({ categoryId }) => <Translated value={categories.get(categoryId) ?? {}} as="span" />,
    },
    {
      key: 'state',
      header: m['registration.list.state'](),
      cell: ({ state, addressAsked }) => (
        <StateMark tone={stateTone[state]}>{stateWord(state, addressAsked)}</StateMark>
      ),
    },
    {
      key: 'arrived',
      header: m['registration.list.arrived'](),
      cell: ({ createdAt }) => (
        <time className="figures" dateTime={createdAt.toISOString()}>
          {plainClock(createdAt, timeZone)}
        </time>
      ),
    },
  ]
  return (
    <DataTable
      caption={m['registration.list.title']()}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
    />
  )
}
