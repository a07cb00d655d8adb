import { m } from '#app/paraglide/messages.js'
import { encodings } from '#app/shared/tables/encoding-names.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { RadioGroup } from '#app/ui/fields/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { TableReading } from '#app/ui/table-reading.tsx'
import { filmColumns } from '../../domain/tables/film-columns.ts'
import type { Unclear } from '../../domain/tables/read-cells.ts'
import { filmColumnLabel } from './film-column-labels.ts'
import type { FilmsImportView } from './films-import-view.ts'

type Props = { view: FilmsImportView; kept: { text: string; bytes: string }; address: string }
type Row = FilmsImportView['rows'][number]

/** What a table of films would do, line by line, and the button that does it. */
export function FilmsImportPreview({ view, kept, address }: Props) {
  const { added, changed, same, asked, left, newcomers, newSections } = view
  const todo = added + changed
  const isAsking = view.rows.some(({ candidates }) => candidates.length > 0)
  return (
    <form method="post" action={address} encType="multipart/form-data" className="stack" data-unkept>
      <Notice
        tone={asked + left > 0 ? 'warning' : 'info'}
        title={m['films.import.sums']({ added, changed, same, asked, left })}
      >
        <p>{m['films.import.others-stay']()}</p>
        {newSections.length > 0 && (
          <p>{m['films.import.new-sections']({ names: newSections.map(quoted).join(', ') })}</p>
        )}
      </Notice>
      {newcomers.length > 0 && (
        <details>
          <summary>{m['films.import.newcomers']({ number: newcomers.length })}</summary>
          <p className="measure">{newcomers.join(' · ')}</p>
        </details>
      )}
      <textarea name="text" defaultValue={kept.text} hidden readOnly />
      <textarea name="bytes" defaultValue={kept.bytes} hidden readOnly />
      {view.reading && (
        <TableReading
          reading={view.reading}
          encodings={encodings}
          fields={filmColumns.map((value) => ({ value, label: filmColumnLabel(value) }))}
        />
      )}
      <p className="cluster action-bar">
        {isAsking && <Button variant="plain">{m['people.import.look-again']()}</Button>}
        <Button name="apply" value="yes" disabled={todo === 0 && !isAsking}>
          {todo === 0 && !isAsking ? m['people.import.nothing']() : m['films.import.apply']({ films: todo })}
        </Button>
        <ButtonLink variant="plain" href={address}>
          {m['films.import.other']()}
        </ButtonLink>
      </p>
      <DataTable
        caption={m['people.import.caption']()}
        captionHidden
        rows={view.rows}
        rowKey={({ line }) => String(line)}
        columns={[
          { key: 'line', header: m['people.import.line'](), align: 'end', cell: ({ line }) => line },
          { key: 'title', header: m['films.desk.one'](), names: true, cell: ({ title }) => title || '—' },
          { key: 'what', header: m['people.import.what'](), cell: (row) => <What row={row} /> },
        ]}
      />
    </form>
  )
}

const quoted = (name: string) => `“${name}”`

function What({ row }: { row: Row }) {
  return (
    <div className="cell-words">
      {row.candidates.length === 0 || row.fault ? <Mark row={row} /> : <Question row={row} />}
      {row.fault && <p className="small soft">{faultWords(row.fault)}</p>}
      {row.newSection && (
        <p className="small soft">{m['films.import.new-section']({ name: quoted(row.newSection) })}</p>
      )}
      {row.changes.length > 0 && (
        <ul className="small">
          {row.changes.map(({ column, before, after }) => (
            <li key={column}>
              {filmColumnLabel(column)}: <del className="soft">{before || m['films.import.blank']()}</del>
              {' → '}
              <ins>{after || m['films.import.blank']()}</ins>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Mark({ row }: { row: Row }) {
  if (row.what === 'new') return <StateMark tone="good">{m['films.import.new']()}</StateMark>
  if (row.what === 'changed') return <StateMark tone="calm">{m['films.import.changed']()}</StateMark>
  if (row.what === 'same') return <StateMark tone="plain">{m['films.import.same']()}</StateMark>
  return <StateMark tone="care">{m['people.import.unclear']()}</StateMark>
}

/** Whether the line is a film that is here, and which; never taken for one unasked. */
function Question({ row }: { row: Row }) {
  return (
    <RadioGroup
      name={`is.${row.line}`}
      label={m['films.import.asked']()}
      defaultValue={row.answer || 'skip'}
      options={[
        ...row.candidates.map(({ slug, title, words }) => ({
          value: slug,
          label: m['films.import.this-one']({ title }),
          hint: words,
        })),
        { value: 'new', label: m['films.import.another']() },
        { value: 'skip', label: m['people.import.skip']() },
      ]}
    />
  )
}

const reasons: Record<Unclear, (word: string) => string> = {
  unreadable: () => m['films.import.why-unreadable'](),
  untitled: () => m['films.import.why-untitled'](),
  repeated: (line) => m['people.import.why-repeated']({ line }),
  region: (name) => m['films.form.region-unknown']({ name }),
  language: (name) => m['films.form.language-unknown']({ name }),
  year: () => m['films.form.year-wrong'](),
  minutes: () => m['films.form.minutes-wrong'](),
  rating: (name) => m['films.import.why-rating']({ name }),
  premiere: (name) => m['films.import.why-premiere']({ name }),
  section: (name) => m['films.import.why-section']({ name }),
  link: () => m['films.import.why-link'](),
  'too-long': (max) => m['films.import.why-too-long']({ max }),
  names: () => m['films.form.names-many'](),
  several: (name) => m['films.form.person-several']({ name }),
}

function faultWords({ why, column, word }: NonNullable<Row['fault']>): string {
  return [column && `${filmColumnLabel(column)}:`, reasons[why](word)].filter(Boolean).join(' ')
}
