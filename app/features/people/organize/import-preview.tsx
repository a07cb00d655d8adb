import { fieldName } from '#app/features/events/organize/field-names.ts'
import { m } from '#app/paraglide/messages.js'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import type { Unclear } from '../domain/plan-people.ts'
import type { ImportView } from './import-view.server.ts'

const reasons: Record<Unclear, (row: { line: number }) => string> = {
  'no-name': () => m['people.import.why-no-name'](),
  email: () => m['people.import.why-email'](),
  several: () => m['people.import.why-several'](),
  'other-address': () => m['people.import.why-other-address'](),
  two: () => m['people.import.why-two'](),
  repeated: ({ line }) => m['people.import.why-repeated']({ line }),
  'too-long': () => m['people.import.why-too-long'](),
  unreadable: () => m['people.import.why-unreadable'](),
}

type Row = ImportView['rows'][number]
type Props = { view: ImportView; text: string; address: string; isDone: boolean }

/** What a list would do, line by line, and the button that does it. */
export function ImportPreview({ view, text, address, isDone }: Props) {
  const { added, filled, same, unclear } = view
  const todo = added + filled
  return (
    <>
      {!isDone && (
        <Notice
          tone={unclear > 0 ? 'warning' : 'info'}
          title={m['people.import.summary']({ added, filled, same, unclear })}
        >
          {view.ignored && <p>{m['people.import.columns']({ columns: view.ignored })}</p>}
        </Notice>
      )}
      <form method="post" action={address} className="cluster action-bar">
        <textarea name="text" defaultValue={text} hidden readOnly />
        {!isDone && (
          <Button name="apply" value="yes" disabled={todo === 0}>
            {todo === 0 ? m['people.import.nothing']() : m['people.import.apply']({ count: todo })}
          </Button>
        )}
        <ButtonLink variant="plain" href={address}>
          {m['people.import.other']()}
        </ButtonLink>
      </form>
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
    </>
  )
}

function What({ row }: { row: Row }) {
  if (row.what === 'new') return <StateMark tone="good">{m['people.import.new']()}</StateMark>
  if (row.what === 'known') return <StateMark tone="plain">{m['people.import.known']()}</StateMark>
  if (row.what === 'filled') {
    const fields = row.fields.map(fieldName).join(', ')
    return <StateMark tone="calm">{m['people.import.filled']({ fields })}</StateMark>
  }
  return (
    <>
      <StateMark tone="care">{m['people.import.unclear']()}</StateMark>
      {row.why && <p className="small soft">{reasons[row.why]({ line: row.as ?? 0 })}</p>}
    </>
  )
}
