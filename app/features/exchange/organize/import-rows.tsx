import { m } from '#app/paraglide/messages.js'
import { sessionKindWord } from '#app/public/code-labels.ts'
import { sessionKinds } from '#app/shared/vocabulary.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { CheckboxField, type Option } from '#app/ui/fields/field.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { changedFieldLabel, rowLabel, unclearText, whatLabel } from './import-labels.ts'
import { ClashChoice } from './import-people.tsx'
import type { RowView } from './import-view.server.ts'

const tones = { new: 'good', changed: 'care', unchanged: 'plain', kept: 'plain', unclear: 'bad' } as const

type RowsProps = { rows: readonly RowView[]; rooms: readonly Option[] }

/** Every session of the file, once: those that want a look first, those that stay as they are folded away. */
export function PlannedRows({ rows, rooms }: RowsProps) {
  const isUnclear = (row: RowView) => row.unclear.length > 0 || row.isTitleAsked || row.clashes.length > 0
  const unchanged = rows.filter((row) => row.what === 'unchanged')
  const open = rows.filter((row) => row.what !== 'unchanged')
  const clear = open.filter((row) => !isUnclear(row))
  const [look, changed, made] = [
    open.filter(isUnclear),
    clear.filter((row) => row.what !== 'new'),
    clear.filter((row) => row.what === 'new'),
  ]
  return (
    <>
      <Group title={m['exchange.import.group-look']({ count: look.length })} rows={look} rooms={rooms} />
      <Group
        title={m['exchange.import.group-changed']({ count: changed.length })}
        rows={changed}
        rooms={rooms}
      />
      <Group title={m['exchange.import.group-new']({ count: made.length })} rows={made} rooms={rooms} />
      {unchanged.length > 0 && (
        <details>
          <summary>{m['exchange.import.group-unchanged']({ count: unchanged.length })}</summary>
          <RowTable
            title={m['exchange.import.group-unchanged']({ count: unchanged.length })}
            rows={unchanged}
            rooms={rooms}
          />
        </details>
      )}
    </>
  )
}

type GroupProps = RowsProps & { title: string }

function Group({ title, rows, rooms }: GroupProps) {
  if (rows.length === 0) return null
  return (
    <section className="stack snug">
      <h2 className="title-s">{title}</h2>
      <RowTable title={title} rows={rows} rooms={rooms} />
    </section>
  )
}

function RowTable({ title, rows, rooms }: GroupProps) {
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
        { key: 'kind', header: m['exchange.import.kind'](), cell: (row) => <Kind row={row} /> },
        { key: 'when', header: m['exchange.import.when'](), cell: (row) => <When row={row} /> },
        {
          key: 'where',
          header: m['exchange.import.where'](),
          cell: (row) => <Where row={row} rooms={rooms} />,
        },
        {
          key: 'people',
          header: m['exchange.import.people'](),
          cell: ({ people }) => people.map(personText).join(', ') || '—',
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

/** The kind of a session that is new: read from its words, so it can be put right here. */
function Kind({ row }: { row: RowView }) {
  if (row.what !== 'new') return sessionKindWord(row.kind)
  return (
    <>
      <input type="hidden" name="kindOf" value={row.key} />
      <select
        className="input"
        name="kind"
        defaultValue={row.chosenKind}
        aria-label={m['exchange.import.kind-of']({ row: rowLabel(row.row) })}
      >
        <option value="">{m['exchange.import.as-read-kind']({ kind: sessionKindWord(row.kind) })}</option>
        {sessionKinds.map((kind) => (
          <option key={kind} value={kind}>
            {sessionKindWord(kind)}
          </option>
        ))}
      </select>
    </>
  )
}

function Where({ row, rooms }: { row: RowView; rooms: readonly Option[] }) {
  if (row.what !== 'new' || row.hasRoom || rooms.length === 0) return row.where || '—'
  return (
    <>
      {row.where}
      <input type="hidden" name="roomOf" value={row.key} />
      <select
        className="input"
        name="room"
        defaultValue={row.chosenRoom}
        aria-label={m['exchange.import.room-of']({ row: rowLabel(row.row) })}
      >
        <option value="">{m['exchange.import.no-room']()}</option>
        {rooms.map((room) => (
          <option key={room.value} value={room.value}>
            {room.label}
          </option>
        ))}
      </select>
    </>
  )
}

function Title({ row: { key, row, title, shown, films, isTitleAsked } }: { row: RowView }) {
  if (!isTitleAsked)
    return films && films !== shown ? (
      <>
        {shown}
        <br />
        <span className="small soft">{m['exchange.import.shows']({ films })}</span>
      </>
    ) : (
      shown || films
    )
  return (
    <>
      <input type="hidden" name="row" value={key} />
      <input
        className="input"
        name="title"
        maxLength={300}
        defaultValue={title}
        aria-label={m['exchange.import.title-of']({ row: rowLabel(row) })}
      />
    </>
  )
}

function Outcome({ row: { row, what, key, unclear, changes, clashes } }: { row: RowView }) {
  return (
    <span className="stack tight">
      <StateMark tone={tones[what]}>{whatLabel(what)}</StateMark>
      <span className="faint small">{rowLabel(row)}</span>
      {unclear.map((code) => (
        <span key={code} className="small">
          {unclearText(code)}
        </span>
      ))}
      {changes.map((change) => (
        <span key={change.field} className="small">
          {beforeText(change)}
        </span>
      ))}
      {clashes.map((clash) => (
        <ClashChoice key={clash.field} word={changedFieldLabel(clash.field)} rowKey={key} clash={clash} />
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

function beforeText({ field, before }: RowView['changes'][number]): string {
  const name = changedFieldLabel(field)
  if (before === null) return m['exchange.import.was-other']({ field: name })
  return m['exchange.import.was']({ field: name, before: before || m['exchange.import.nobody']() })
}

function personText({ name, known, isAsked }: RowView['people'][number]): string {
  if (isAsked) return m['exchange.import.person-asked']({ name })
  if (known === null) return m['exchange.import.person-new']({ name })
  return known === name ? name : m['exchange.import.person-known']({ name, known })
}
