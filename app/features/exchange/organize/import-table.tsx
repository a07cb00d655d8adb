import { m } from '#app/paraglide/messages.js'
import { encodings } from '#app/shared/tables/encoding-names.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/fields/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TableReading } from '#app/ui/table-reading.tsx'
import { type AgendaField, agendaFields } from '../domain/read/agenda-columns.ts'
import type { TableView } from './import-view.server.ts'

type Props = { table: TableView; importId: string; address: string; place: string }

/** How a table was read, with a choice for each of it; to read it again is an import of its own. */
export function ImportTable({ table, importId, address, place }: Props) {
  const { reading, rows, days, dates, serials, ignored } = table
  return (
    <form method="post" action={address} encType="multipart/form-data" className="stack snug">
      <input type="hidden" name="from" value={importId} />
      <p className="soft measure">
        {m['exchange.import.accounted']({ rows })}
        {days.length > 0 && ` ${m['exchange.import.day-rows']({ lines: days.join(', ') })}`}
        {ignored.length > 0 && ` ${m['people.import.columns']({ columns: ignored.join(', ') })}`}
      </p>
      <DatesNote dates={dates} place={place} />
      {serials && <SerialsNote serials={serials} />}
      <TableReading
        reading={reading}
        encodings={encodings}
        fields={agendaFields.map((field) => ({ value: field, label: columnLabels[field]() }))}
      >
        <DateOrderField dates={dates} />
        {serials && <EpochField serials={serials} />}
      </TableReading>
    </form>
  )
}

type DatesProps = { dates: TableView['dates']; importId: string; address: string; place: string }

/** How the dates of a text were read, where they can be read two ways, with a choice. */
export function ImportDates({ dates, importId, address, place }: DatesProps) {
  if (!dates.isNeeded && !dates.isChosen) return null
  return (
    <form method="post" action={address} encType="multipart/form-data" className="stack snug">
      <input type="hidden" name="from" value={importId} />
      <DatesNote dates={dates} place={place} />
      <div className="cluster">
        <DateOrderField dates={dates} />
        <Button variant="plain">{m['shared.table.again']()}</Button>
      </div>
    </form>
  )
}

function DateOrderField({ dates }: Pick<TableView, 'dates'>) {
  if (!dates.isNeeded && !dates.isChosen) return null
  return (
    <SelectField
      name="dateOrder"
      label={m['exchange.import.date-order']()}
      defaultValue={dates.order ?? ''}
      {...(dates.order === null && { placeholder: m['exchange.import.undecided']() })}
      options={[
        { value: 'day-first', label: m['exchange.import.day-first']() },
        { value: 'month-first', label: m['exchange.import.month-first']() },
      ]}
    />
  )
}

/** Which number of the dates is the month, and why it is read so. */
function DatesNote({ dates, place }: Pick<TableView, 'dates'> & { place: string }) {
  if (!dates.isNeeded || dates.isChosen || dates.order === null) return null
  const order =
    dates.order === 'day-first' ? m['exchange.import.day-first']() : m['exchange.import.month-first']()
  const suggested = dates.isOfEvent
    ? m['exchange.import.order-event']({ order })
    : m['exchange.import.order-suggested']({ order, place })
  const title = dates.isProven ? m['exchange.import.order-proven']({ order }) : suggested
  return <Notice tone={dates.isProven ? 'info' : 'warning'} title={title} />
}

type Serials = { serials: NonNullable<TableView['serials']> }

/** Which day a number of a spreadsheet is; where it can be two, the choice is below. */
function SerialsNote({ serials: { sample, read, isAsked, isChosen } }: Serials) {
  const isOpen = isAsked && !isChosen
  const said = { number: sample, when: read }
  return (
    <Notice
      tone={isOpen ? 'warning' : 'info'}
      title={isOpen ? m['exchange.import.serials-asked'](said) : m['exchange.import.serials'](said)}
    />
  )
}

function EpochField({ serials: { epoch, sample, read, otherwise, isAsked, isChosen } }: Serials) {
  if (!isAsked && !isChosen) return null
  const [usual, older] = epoch === '1900' ? [read, otherwise] : [otherwise, read]
  return (
    <SelectField
      name="epoch"
      label={m['exchange.import.epoch']({ number: sample })}
      defaultValue={epoch}
      options={[
        { value: '1900', label: m['exchange.import.epoch-1900']({ when: usual }) },
        { value: '1904', label: m['exchange.import.epoch-1904']({ when: older }) },
      ]}
    />
  )
}

const columnLabels: Record<AgendaField, () => string> = {
  title: m['exchange.import.session'],
  films: m['exchange.import.films'],
  date: m['exchange.import.column-date'],
  start: m['exchange.import.column-start'],
  end: m['exchange.import.column-end'],
  minutes: m['exchange.import.column-minutes'],
  room: m['exchange.import.room'],
  venue: m['exchange.import.column-venue'],
  track: m['exchange.import.track'],
  kind: m['exchange.import.kind'],
  people: m['exchange.import.people'],
  abstract: m['exchange.import.abstract'],
  id: m['exchange.import.column-id'],
}
