import { fieldName } from '#app/organize/field-names.ts'
import { m } from '#app/paraglide/messages.js'
import { encodings } from '#app/shared/tables/encoding-names.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { RadioGroup, SelectField } from '#app/ui/fields/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Portrait } from '#app/ui/portrait.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { TableReading } from '#app/ui/table-reading.tsx'
import { type PeopleField, peopleFields } from '../domain/import/people-columns.ts'
import type { Unclear } from '../domain/import/plan-people.ts'
import type { ImportView } from './import-view.server.ts'

const reasons: Record<Unclear, (row: { line: number }) => string> = {
  'no-name': () => m['people.import.why-no-name'](),
  email: () => m['people.import.why-email'](),
  repeated: ({ line }) => m['people.import.why-repeated']({ line }),
  'too-long': () => m['people.import.why-too-long'](),
  unreadable: () => m['people.import.why-unreadable'](),
  'too-wide': () => m['people.import.why-too-wide'](),
}

type Row = ImportView['rows'][number]
type Props = { view: ImportView; text: string; bytes: string; address: string; isDone: boolean }

/** What a list would do, line by line, and the button that does it. */
export function ImportPreview({ view, text, bytes, address, isDone }: Props) {
  const { added, filled, same, asked, unclear } = view
  const todo = added + filled
  const isAsking = view.rows.some((row) => row.what === 'asked' || row.answer !== '')
  return (
    <form method="post" action={address} encType="multipart/form-data" className="stack">
      {!isDone && (
        <Notice
          tone={unclear + asked > 0 ? 'warning' : 'info'}
          title={m['people.import.summary']({ added, filled, same, asked, unclear })}
        >
          <p>{m['people.import.accounted']({ count: view.total })}</p>
          {view.ignored.length > 0 && (
            <p>{m['people.import.columns']({ columns: view.ignored.join(', ') })}</p>
          )}
        </Notice>
      )}
      <textarea name="text" defaultValue={text} hidden readOnly />
      <textarea name="bytes" defaultValue={bytes} hidden readOnly />
      {!isDone && view.reading && (
        <TableReading reading={view.reading} encodings={encodings} fields={fieldOptions()}>
          {view.nameOrder && (
            <SelectField
              name="nameOrder"
              label={m['people.import.name-order']()}
              defaultValue={view.nameOrder}
              options={[
                { value: 'given-first', label: m['people.import.given-first']() },
                { value: 'family-first', label: m['people.import.family-first']() },
              ]}
            />
          )}
        </TableReading>
      )}
      <p className="cluster action-bar">
        {!isDone && isAsking && <Button variant="plain">{m['people.import.look-again']()}</Button>}
        {!isDone && (
          <Button name="apply" value="yes" disabled={todo === 0 && !isAsking}>
            {todo === 0 && !isAsking
              ? m['people.import.nothing']()
              : m['people.import.apply']({ count: todo })}
          </Button>
        )}
        <ButtonLink variant="plain" href={address}>
          {m['people.import.other']()}
        </ButtonLink>
      </p>
      <DataTable
        caption={m['people.import.caption']()}
        captionHidden
        rows={view.rows}
        rowKey={(row) => row.key}
        columns={[
          {
            key: 'line',
            header: m['people.import.line'](),
            align: 'end',
            cell: ({ line }) => <span className="figures">{line}</span>,
          },
          {
            key: 'name',
            header: m['people.field.name'](),
            names: true,
            cell: ({ name, email }) => name || email || '—',
          },
          { key: 'email', header: m['people.field.email'](), cell: ({ email }) => email },
          { key: 'what', header: m['people.import.what'](), cell: (row) => <What row={row} /> },
        ]}
      />
    </form>
  )
}

function What({ row }: { row: Row }) {
  if (row.what === 'new') {
    return (
      <>
        <StateMark tone="good">{m['people.import.new']()}</StateMark>
        {row.isOdd && <p className="small soft">{m['people.import.odd-marks']()}</p>}
        {row.answer && <input type="hidden" name={`is.${row.line}`} value={row.answer} />}
      </>
    )
  }
  const kept = row.answer && <input type="hidden" name={`is.${row.line}`} value={row.answer} />
  if (row.what === 'known') {
    return (
      <>
        <StateMark tone="plain">{m['people.import.known']()}</StateMark>
        {kept}
      </>
    )
  }
  if (row.what === 'filled') {
    const fields = row.fields.map(fieldName).join(', ')
    return (
      <>
        <StateMark tone="calm">{m['people.import.filled']({ fields })}</StateMark>
        {kept}
      </>
    )
  }
  if (row.what === 'asked') return <Question row={row} />
  return (
    <>
      <StateMark tone="care">{m['people.import.unclear']()}</StateMark>
      {row.why && <p className="small soft">{reasons[row.why]({ line: row.as ?? 0 })}</p>}
    </>
  )
}

/** Who is meant: those we know of this name or address with what tells them apart, somebody new, or nobody. */
function Question({ row }: { row: Row }) {
  return (
    <RadioGroup
      name={`is.${row.line}`}
      label={m['people.import.asked']()}
      hint={row.as === null ? undefined : m['people.import.asked-line']({ line: row.as })}
      defaultValue={row.answer || 'skip'}
      options={[
        ...row.candidates.map((one) => ({
          value: one.id,
          label: (
            <span className="person-cell">
              <Portrait name={one.name} portraitId={one.portraitId} size="2.25rem" />
              {one.name}
            </span>
          ),
          hint: one.words,
        })),
        { value: 'new', label: m['people.import.somebody-new']() },
        { value: 'skip', label: m['people.import.skip']() },
      ]}
    />
  )
}

function fieldOptions() {
  return peopleFields.map((field) => ({ value: field, label: fieldWord(field) }))
}

function fieldWord(field: PeopleField): string {
  if (field === 'family') return m['people.import.field-family']()
  if (field === 'middle') return m['people.import.field-middle']()
  if (field === 'given') return m['people.import.field-given']()
  return field === 'locale' ? m['people.import.field-locale']() : fieldName(field)
}
