import { m } from '#app/paraglide/messages.js'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { plainClock } from '#app/shared/time/zone-clock.ts'
import { Badge } from '#app/ui/badge.tsx'
import { type Column, DataTable, type Sorting } from '#app/ui/data-table.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { languageNames } from '../attendee-fields.tsx'
import { nextOrder, type OrderColumn, readOrder } from '../domain/list/list-order.ts'
import type { ListedRegistration } from '../domain/list/registrations.server.ts'
import { stateTone, stateWord } from '../registration-labels.ts'
import { filterQuery, type ListFilter, usualColumns } from './registration-filter.ts'

type Row = Omit<ListedRegistration, 'arrival'> & { isUndelivered: boolean }

type RegistrationsTableProps = {
  rows: readonly Row[]
  /** Where the list is; each row opens below it. */
  address: string
  /** What brings a reader back from there to the list as it is. */
  query: string
  categories: ReadonlyMap<string, TranslatedText>
  timeZone: string
  filter: ListFilter
  /** Whether rows can be ticked, in the form that they stand in. */
  isChoosing: boolean
}

/** Who registered: one row a person, their name opens their registration. */
export function RegistrationsTable(props: RegistrationsTableProps) {
  return (
    <DataTable
      caption={m['registration.list.title']()}
      captionHidden
      columns={[
        ...(props.isChoosing ? [choiceColumn()] : []),
        ...columnsOf(props).filter(({ key }) => isShown(props.filter, key)),
      ]}
      sorting={sortingOf(props)}
      rows={props.rows}
      rowKey={(row) => row.id}
    />
  )
}

function isShown({ cols }: ListFilter, key: string): boolean {
  return key === 'name' || (cols.length > 0 ? cols : usualColumns).some((column) => column === key)
}

/** Each sortable header leads to the list in its order; the present one says which way it goes. */
function sortingOf({ address, filter }: RegistrationsTableProps): Sorting {
  const present = filter.sort && readOrder(filter.sort)
  const sortable: OrderColumn[] = ['name', 'organization', 'state', 'arrived']
  return new Map(
    sortable.map((column) => [
      column,
      {
        href: `${address}${filterQuery({ ...filter, sort: nextOrder(column, filter.sort) })}`,
        way: present?.column === column ? (present.isDescending ? 'descending' : 'ascending') : null,
      },
    ]),
  )
}

function choiceColumn(): Column<Row> {
  return {
    key: 'choice',
    header: m['registration.many.choose'](),
    actions: true,
    cell: ({ id, name }) => (
      <label className="tick">
        <input
          type="checkbox"
          name="id"
          value={id}
          aria-label={m['registration.many.choose-one']({ name })}
        />
      </label>
    ),
  }
}

function columnsOf({ address, query, categories, timeZone }: RegistrationsTableProps): Column<Row>[] {
  return [
    {
      key: 'name',
      header: m['registration.list.name'](),
      names: true,
      cell: ({ id, name, isVip, companions, tags }) => (
        <span className="cluster snug">
          <a href={`${address}/${id}${query}`}>{name}</a>
          {companions > 0 && <Badge>{m['registration.companions.plus']({ count: companions })}</Badge>}
          {isVip && <Badge accent>{m['registration.guest.vip-short']()}</Badge>}
          {tags.map((tag) => (
            <Badge key={tag}>{tag}</Badge>
          ))}
        </span>
      ),
    },
    {
      key: 'email',
      header: m['registration.list.email'](),
      cell: ({ email, isUndelivered }) => (
        <span className="cluster snug">
          {email}
          {isUndelivered && <StateMark tone="bad">{m['bounces.mark.all']()}</StateMark>}
        </span>
      ),
    },
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
      cell: ({ state, addressAsked, beyondCategory, beyondEvent }) => (
        <span className="cluster snug">
          <StateMark tone={stateTone[state]}>{stateWord(state, addressAsked)}</StateMark>
          {(beyondCategory || beyondEvent) && <Badge>{m['registration.beyond.short']()}</Badge>}
        </span>
      ),
    },
    {
      key: 'language',
      header: m['registration.list.language'](),
      cell: ({ locale }) => languageNames[locale],
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
}
