import { m } from '#app/paraglide/messages.js'
import { columnsMark } from '#app/shared/tables/table-form.ts'
import { Button } from './button.tsx'
import { type Option, SelectField } from './fields/field.tsx'

export type TableReadingView = {
  /** Null for what was pasted: it has no encoding of its own. */
  encoding: string | null
  delimiter: string
  header: number
  columns: readonly { name: string; field: string | null; samples: readonly string[] }[]
  /** Lines above the header, which are left out. */
  above: readonly number[]
  isUnsure: boolean
}
type Props = {
  reading: TableReadingView
  encodings: readonly string[]
  fields: readonly Option[]
  children?: React.ReactNode
}

const delimiterLabels: Record<string, () => string> = {
  ',': m['shared.table.comma'],
  ';': m['shared.table.semicolon'],
  '\t': m['shared.table.tab'],
  '|': m['shared.table.bar'],
}
const encodingLabels: Record<string, () => string> = {
  'utf-8': () => 'UTF-8',
  'windows-1258': m['shared.table.windows-1258'],
  'windows-1252': m['shared.table.windows-1252'],
  macintosh: m['shared.table.macintosh'],
  'utf-16le': () => 'UTF-16 LE',
  'utf-16be': () => 'UTF-16 BE',
}

/** How a table was read, each with a choice: letters, delimiter, header, and what its columns are. */
export function TableReading({ reading, encodings, fields, children }: Props) {
  const delimiters = Object.entries(delimiterLabels).map(([value, words]) => ({ value, label: words() }))
  const headers = [0, ...Array.from({ length: Math.max(10, reading.header) }, (_, at) => at + 1)]
  return (
    <details className="stack snug" open={reading.isUnsure}>
      <summary>{m['shared.table.reading']()}</summary>
      <p className="soft measure">{m['shared.table.lead']()}</p>
      <div className="cluster">
        {reading.encoding && (
          <SelectField
            name="encoding"
            label={m['shared.table.encoding']()}
            defaultValue={reading.encoding}
            options={encodings.map((value) => ({ value, label: encodingLabels[value]?.() ?? value }))}
          />
        )}
        <SelectField
          name="delimiter"
          label={m['shared.table.delimiter']()}
          defaultValue={reading.delimiter}
          options={delimiters}
        />
        <SelectField
          name="header"
          label={m['shared.table.header']()}
          defaultValue={String(reading.header)}
          options={headers.map((line) => ({
            value: String(line),
            label: line === 0 ? m['shared.table.no-header']() : m['shared.table.line']({ line }),
          }))}
        />
        {children}
      </div>
      {reading.above.length > 0 && (
        <p className="soft">{m['shared.table.above']({ lines: reading.above.join(', ') })}</p>
      )}
      <input type="hidden" name="columnsOf" value={columnsMark(reading)} />
      <div className="cluster">
        {reading.columns.map((column, at) => (
          <SelectField
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name than their place
            key={at}
            id={`column-${at}`}
            name="column"
            label={column.name || m['shared.table.column']({ number: at + 1 })}
            hint={column.samples.join(' · ')}
            defaultValue={column.field ?? ''}
            placeholder={m['shared.table.left-out']()}
            options={fields}
          />
        ))}
      </div>
      <p>
        <Button variant="plain">{m['shared.table.again']()}</Button>
      </p>
    </details>
  )
}
