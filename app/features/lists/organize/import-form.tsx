import type { ActPreview } from '#app/features/acts/domain/act-preview.ts'
import { peopleFields } from '#app/features/people/domain/import/people-columns.ts'
import { ActPreviewPanel } from '#app/organize/act-preview-panel.tsx'
import { fieldName } from '#app/organize/field-names.ts'
import { m } from '#app/paraglide/messages.js'
import type { FormErrors, FormValues } from '#app/shared/forms/form-values.ts'
import { encodings } from '#app/shared/tables/encoding-names.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { RadioGroup, TextField } from '#app/ui/fields/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { TableReading } from '#app/ui/table-reading.tsx'
import { TableSource } from '#app/ui/table-source.tsx'
import type { ContactImportView } from './contact-import-view.ts'
import { standingNames } from './contact-labels.ts'
import type { UnclearContact } from './read-contacts.ts'

type Typed = { text: string; ground: string }
type FormProps = { locale: Locale; typed: Typed | undefined; fault: string | undefined }

/** Addresses to be read, and by what right they are asked. */
export function ContactImportForm({ locale, typed, fault }: FormProps) {
  return (
    <form method="post" encType="multipart/form-data" className="form">
      <p className="soft measure">{m['lists.import.lead']()}</p>
      <TableSource hint={m['lists.import.text-hint']()} text={typed?.text ?? ''} />
      <TextField
        name="ground"
        label={m['lists.import.ground']()}
        hint={m['lists.import.ground-hint']()}
        error={fault}
        defaultValue={typed?.ground ?? ''}
        autoComplete="off"
        required
      />
      <RadioGroup
        name="language"
        label={m['lists.import.language']()}
        defaultValue={locale}
        options={[
          { value: 'vi', label: <span lang="vi">Tiếng Việt</span> },
          { value: 'en', label: <span lang="en">English</span> },
        ]}
      />
      <p className="action-bar">
        <Button>{m['people.import.preview']()}</Button>
      </p>
    </form>
  )
}

type PreviewProps = {
  view: ContactImportView
  preview: ActPreview
  kept: { text: string; bytes: string; ground: string; language: Locale }
  errors: FormErrors
  values: FormValues
  address: string
}

/** What an import would do line by line, who would be asked, and the button that does it. */
export function ContactImportPreview({ view, preview, kept, errors, values, address }: PreviewProps) {
  const { asked, known, unclear } = view
  return (
    <form method="post" encType="multipart/form-data" className="stack" data-unkept>
      <Notice
        tone={unclear > 0 ? 'warning' : 'info'}
        title={m['lists.import.sums']({ asked, known, unclear })}
      />
      <p className="soft">{m['lists.import.by-right']({ ground: kept.ground })}</p>
      <textarea name="text" defaultValue={kept.text} hidden readOnly />
      <textarea name="bytes" defaultValue={kept.bytes} hidden readOnly />
      <input type="hidden" name="ground" value={kept.ground} />
      <input type="hidden" name="language" value={kept.language} />
      {view.reading && (
        <TableReading
          reading={view.reading}
          encodings={encodings}
          fields={peopleFields.map((field) => ({ value: field, label: fieldName(field) }))}
        />
      )}
      <DataTable
        caption={m['people.import.caption']()}
        captionHidden
        rows={view.rows}
        rowKey={({ line, email }) => `${line} ${email}`}
        columns={[
          { key: 'line', header: m['people.import.line'](), align: 'end', cell: ({ line }) => line },
          {
            key: 'email',
            header: m['lists.form.email'](),
            names: true,
            cell: ({ name, email }) => email || name || '—',
          },
          { key: 'name', header: m['lists.form.name'](), cell: ({ name }) => name || '—' },
          { key: 'what', header: m['people.import.what'](), cell: (row) => <What row={row} /> },
        ]}
      />
      <ActPreviewPanel
        preview={preview}
        refused={{ errors, values }}
        action={m['lists.import.apply']({ count: asked })}
      />
      <p>
        <a href={address}>{m['people.import.other']()}</a>
      </p>
    </form>
  )
}

const reasons: Record<UnclearContact, (line: number) => string> = {
  email: () => m['people.import.why-email'](),
  repeated: (line) => m['people.import.why-repeated']({ line }),
  'too-long': () => m['people.import.why-too-long'](),
  unreadable: () => m['people.import.why-unreadable'](),
}

function What({ row }: { row: ContactImportView['rows'][number] }) {
  if (row.what === 'asked') return <StateMark tone="care">{m['lists.import.asked']()}</StateMark>
  if (row.what === 'waits') return <StateMark tone="care">{m['lists.import.waits']()}</StateMark>
  if (row.what === 'known' && row.state) {
    const state = standingNames[row.state]()
    return <StateMark tone="plain">{m['lists.import.known']({ state })}</StateMark>
  }
  return (
    <>
      <StateMark tone="care">{m['people.import.unclear']()}</StateMark>
      {row.why && <p className="small soft">{reasons[row.why](row.as ?? 0)}</p>}
    </>
  )
}
