import type { ActPreview } from '#app/features/acts/domain/act-preview.ts'
import { ActPreviewPanel } from '#app/organize/act-preview-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { type FormErrors, type FormValues, valueAt } from '#app/shared/forms/form-values.ts'
import { encodings } from '#app/shared/tables/encoding-names.ts'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { TextField } from '#app/ui/fields/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { TableReading } from '#app/ui/table-reading.tsx'
import { TableSource } from '#app/ui/table-source.tsx'
import type { Unclear } from '../domain/tables/plan-import.ts'
import type { ImportView } from './import-view.ts'

type FormProps = { text: string; values: object; columns: readonly string[] }

/** A table to be read, and who says what it says. */
export function EditionImportForm({ text, values, columns }: FormProps) {
  const typed = (name: string) => String(valueAt(values as FormValues, name) ?? '')
  return (
    <form method="post" encType="multipart/form-data" className="form">
      <p className="soft measure">{m['indices.import.lead']()}</p>
      <TableSource
        hint={m['indices.import.columns']({ columns: columns.join(', ') })}
        text={text}
        rows={10}
      />
      <div className="pair">
        <TextField
          name="source.vi"
          label={m['organize.form.in-vietnamese']({ label: m['indices.import.source']() })}
          defaultValue={typed('source.vi')}
          autoComplete="off"
          optional
        />
        <TextField
          name="source.en"
          label={m['organize.form.in-english']({ label: m['indices.import.source']() })}
          defaultValue={typed('source.en')}
          autoComplete="off"
          optional
        />
      </div>
      <p className="action-bar">
        <Button>{m['people.import.preview']()}</Button>
      </p>
    </form>
  )
}

type PreviewProps = {
  view: ImportView
  preview: ActPreview
  kept: { text: string; bytes: string; source: { vi: string; en: string } }
  errors: FormErrors
  values: FormValues
  address: string
  columns: readonly string[]
}

/** What a table would change line by line, and the button that does it. */
export function EditionImportPreview({
  view,
  preview,
  kept,
  errors,
  values,
  address,
  columns,
}: PreviewProps) {
  const { added, changed, same, unclear } = view
  return (
    <form method="post" encType="multipart/form-data" className="stack" data-unkept>
      <Notice
        tone={unclear > 0 ? 'warning' : 'info'}
        title={m['indices.import.sums']({ added, changed, same, unclear })}
      />
      <p className="soft">{m['indices.import.others-stay']()}</p>
      <textarea name="text" defaultValue={kept.text} hidden readOnly />
      <textarea name="bytes" defaultValue={kept.bytes} hidden readOnly />
      <input type="hidden" name="source.vi" value={kept.source.vi} />
      <input type="hidden" name="source.en" value={kept.source.en} />
      {view.reading && (
        <TableReading
          reading={view.reading}
          encodings={encodings}
          fields={[...columns, 'source'].map((value) => ({ value, label: value }))}
        />
      )}
      <DataTable
        caption={m['people.import.caption']()}
        captionHidden
        rows={view.rows}
        rowKey={({ line }) => String(line)}
        columns={[
          { key: 'line', header: m['people.import.line'](), align: 'end', cell: ({ line }) => line },
          { key: 'name', header: m['indices.table.place'](), names: true, cell: ({ name }) => name || '—' },
          { key: 'what', header: m['people.import.what'](), cell: (row) => <What row={row} /> },
        ]}
      />
      <ActPreviewPanel
        preview={preview}
        refused={{ errors, values }}
        action={m['indices.import.apply']({ count: added + changed })}
      />
      <p>
        <a href={address}>{m['people.import.other']()}</a>
      </p>
    </form>
  )
}

const reasons: Record<Unclear, () => string> = {
  unreadable: m['people.import.why-unreadable'],
  'other-edition': m['indices.import.why-edition'],
  unknown: m['indices.import.why-unknown'],
  unnamed: m['indices.import.why-unnamed'],
  repeated: m['indices.import.why-repeated'],
  rank: m['indices.import.why-rank'],
  score: m['indices.import.why-score'],
  'too-long': m['people.import.why-too-long'],
  'no-source': m['indices.import.why-source'],
}

function What({ row }: { row: ImportView['rows'][number] }) {
  if (row.why) {
    return (
      <>
        <StateMark tone="care">{m['people.import.unclear']()}</StateMark>
        <p className="small soft">
          {row.column && <code>{row.column}</code>} {reasons[row.why]()}
        </p>
      </>
    )
  }
  if (row.what === 'same') return <StateMark tone="plain">{m['indices.import.same']()}</StateMark>
  return (
    <>
      <StateMark tone="good">
        {row.what === 'new' ? m['indices.import.new']() : m['indices.import.changed']()}
      </StateMark>
      {row.isNew && <p className="small soft">{m['indices.import.new-unit']()}</p>}
      {row.columns.length > 0 && <p className="small soft">{row.columns.join(', ')}</p>}
    </>
  )
}
