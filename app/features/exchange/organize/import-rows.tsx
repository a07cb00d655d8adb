import { m } from '#app/paraglide/messages.js'
import { DataTable } from '#app/ui/data-table.tsx'
import { CheckboxField } from '#app/ui/field.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import type { RowView } from './import-view.server.ts'
import { changeWords, rowWords, unclearWords, whatWords } from './import-words.ts'

const tones = { new: 'good', changed: 'care', unchanged: 'plain', kept: 'plain', unclear: 'bad' } as const

/** Every session of the file, once: those that want a look first, those that stay as they are folded away. */
export function PlannedRows({ rows }: { rows: readonly RowView[] }) {
  const isUnclear = (row: RowView) => row.unclear.length > 0 || row.isTitleAsked
  const settled = rows.filter((row) => row.what === 'unchanged')
  const open = rows.filter((row) => row.what !== 'unchanged')
  const clear = open.filter((row) => !isUnclear(row))
  const [look, changed, made] = [
    open.filter(isUnclear),
    clear.filter((row) => row.what !== 'new'),
    clear.filter((row) => row.what === 'new'),
  ]
  return (
    <>
      <Group title={m['exchange.import.group-look']({ count: look.length })} rows={look} />
      <Group title={m['exchange.import.group-changed']({ count: changed.length })} rows={changed} />
      <Group title={m['exchange.import.group-new']({ count: made.length })} rows={made} />
      {settled.length > 0 && (
        <details>
          <summary>{m['exchange.import.group-unchanged']({ count: settled.length })}</summary>
          <RowTable title={m['exchange.import.group-unchanged']({ count: settled.length })} rows={settled} />
        </details>
      )}
    </>
  )
}

type GroupProps = { title: string; rows: readonly RowView[] }

function Group({ title, rows }: GroupProps) {
  if (rows.length === 0) return null
  return (
    <section className="stack snug">
      <h2 className="title-s">{title}</h2>
      <RowTable title={title} rows={rows} />
    </section>
  )
}

function RowTable({ title, rows }: GroupProps) {
  return (
    <DataTable
      caption={title}
      captionHidden
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        {
          key: 'title',
          header: m['exchange.import.session'](),
          names: true,
          cell: (row) => <Title row={row} />,
        },
        { key: 'when', header: m['exchange.import.when'](), cell: (row) => <When row={row} /> },
        { key: 'where', header: m['exchange.import.where'](), cell: ({ where }) => where || '—' },
        {
          key: 'people',
          header: m['exchange.import.people'](),
          cell: ({ people }) => people.map(personWords).join(', ') || '—',
        },
        { key: 'what', header: m['exchange.import.what'](), cell: (row) => <Outcome row={row} /> },
      ]}
    />
  )
}

function When({ row: { day, times } }: { row: RowView }) {
  if (!day) return '—'
  return (
    <span>
      {day}
      {times && (
        <>
          <br />
          <span className="figures">{times}</span>
        </>
      )}
    </span>
  )
}

function Title({ row: { key, row, title, shown, isTitleAsked } }: { row: RowView }) {
  if (!isTitleAsked) return shown
  return (
    <>
      <input type="hidden" name="row" value={key} />
      <input
        className="input"
        name="title"
        maxLength={300}
        defaultValue={title}
        aria-label={m['exchange.import.title-of']({ row: rowWords(row) })}
      />
    </>
  )
}

function Outcome({ row: { row, what, key, unclear, changes } }: { row: RowView }) {
  return (
    <span className="stack tight">
      <StateMark tone={tones[what]}>{whatWords(what)}</StateMark>
      <span className="faint small">{rowWords(row)}</span>
      {unclear.map((code) => (
        <span key={code} className="small">
          {unclearWords(code)}
        </span>
      ))}
      {changes.map((change) => (
        <span key={change.field} className="small">
          {beforeWords(change)}
        </span>
      ))}
      {changes.length > 0 && (
        <CheckboxField
          name="keep"
          value={key}
          label={m['exchange.import.keep']()}
          defaultChecked={what === 'kept'}
        />
      )}
    </span>
  )
}

function beforeWords({ field, before }: RowView['changes'][number]): string {
  const name = changeWords(field)
  if (before === null) return m['exchange.import.was-other']({ field: name })
  return m['exchange.import.was']({ field: name, before: before || m['exchange.import.nobody']() })
}

function personWords({ name, known, isAsked }: RowView['people'][number]): string {
  if (isAsked) return m['exchange.import.person-asked']({ name })
  if (known === null) return m['exchange.import.person-new']({ name })
  return known === name ? name : m['exchange.import.person-known']({ name, known })
}
