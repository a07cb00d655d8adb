import type { ActPreview } from '#app/features/acts/domain/act-preview.ts'
import { peopleFields } from '#app/features/people/domain/import/people-columns.ts'
import { ActPreviewPanel } from '#app/organize/act-preview-panel.tsx'
import { fieldName } from '#app/organize/field-names.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { extendFormMessages, messageFor } from '#app/shared/forms/form-messages.ts'
import type { FormErrors, FormValues } from '#app/shared/forms/form-values.ts'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { encodings } from '#app/shared/tables/encoding-names.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { RadioGroup } from '#app/ui/fields/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { TableReading } from '#app/ui/table-reading.tsx'
import { TableSource } from '#app/ui/table-source.tsx'
import { languageNames } from '../../attendee-fields.tsx'
import { stateWord } from '../../registration-labels.ts'
import type { GuestImportView } from './guest-import-view.ts'
import type { UnclearGuest } from './read-guests.ts'

extendFormMessages({
  'questions.fault.agreement-changed': m['questions.fault.agreement-changed'],
  'questions.fault.date': m['questions.fault.date'],
  'questions.fault.number': m['questions.fault.number'],
})

type FormProps = {
  categories: readonly { code: string; name: TranslatedText }[]
  locale: Locale
  asksQuestions: boolean
  typed: { text: string; category: string } | undefined
}

/** A list of guests to be read, and what they get. */
export function GuestImportForm({ categories, locale, asksQuestions, typed }: FormProps) {
  return (
    <form method="post" encType="multipart/form-data" className="form">
      <p className="soft measure">{m['registration.import.lead']()}</p>
      {asksQuestions && <p className="soft measure">{m['registration.import.answers-hint']()}</p>}
      <TableSource hint={m['registration.import.text-hint']()} text={typed?.text ?? ''} />
      <RadioGroup
        name="category"
        label={m['registration.list.category']()}
        defaultValue={typed?.category || (categories[0]?.code ?? '')}
        options={categories.map(({ code, name }) => ({ value: code, label: textIn(name, locale) }))}
      />
      <RadioGroup
        name="language"
        label={m['registration.import.language']()}
        defaultValue={locale}
        options={[
          { value: 'vi', label: <span lang="vi">{languageNames.vi}</span> },
          { value: 'en', label: <span lang="en">{languageNames.en}</span> },
        ]}
      />
      <p className="action-bar">
        <Button>{m['people.import.preview']()}</Button>
      </p>
    </form>
  )
}

type PreviewProps = {
  view: GuestImportView
  preview: ActPreview
  kept: { text: string; bytes: string; category: string; language: Locale }
  errors: FormErrors
  values: FormValues
  address: string
}

/** What a list would do line by line, who would be mailed, and the button that does it. */
export function GuestImportPreview({ view, preview, kept, errors, values, address }: PreviewProps) {
  const { seated, waitlisted, known, full, unclear } = view
  return (
    <form method="post" encType="multipart/form-data" className="stack" data-unkept>
      <Notice
        tone={full + unclear > 0 ? 'warning' : 'info'}
        title={m['registration.import.sums']({ seated, waitlisted, known, full, unclear })}
      />
      <ReadAnswers view={view} />
      <textarea name="text" defaultValue={kept.text} hidden readOnly />
      <textarea name="bytes" defaultValue={kept.bytes} hidden readOnly />
      <input type="hidden" name="category" value={kept.category} />
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
            key: 'name',
            header: m['registration.list.name'](),
            names: true,
            cell: ({ name, email }) => name || email || '—',
          },
          { key: 'email', header: m['registration.list.email'](), cell: ({ email }) => email },
          { key: 'what', header: m['people.import.what'](), cell: (row) => <What row={row} /> },
        ]}
      />
      <ActPreviewPanel
        preview={preview}
        refused={{ errors, values }}
        action={m['registration.import.apply']({ count: seated + waitlisted })}
      />
      <p>
        <a href={address}>{m['people.import.other']()}</a>
      </p>
    </form>
  )
}

/** Which questions the list answers, and which it should. */
function ReadAnswers({ view: { answered, lacking } }: { view: GuestImportView }) {
  const list = new Intl.ListFormat(getLocale())
  return (
    <>
      {answered.length > 0 && (
        <p>{m['registration.import.answers']({ questions: list.format(answered.map(quoted)) })}</p>
      )}
      {lacking.length > 0 && (
        <p>
          {m['registration.import.unanswered']({
            questions: list.format(lacking.map(({ question, count }) => `${quoted(question)} (${count})`)),
          })}
        </p>
      )}
    </>
  )
}

const quoted = (words: string) => `“${words}”`

const reasons: Record<Exclude<UnclearGuest, 'answer'>, (line: number) => string> = {
  'no-name': () => m['people.import.why-no-name'](),
  email: () => m['people.import.why-email'](),
  repeated: (line) => m['people.import.why-repeated']({ line }),
  'too-long': () => m['people.import.why-too-long'](),
  unreadable: () => m['people.import.why-unreadable'](),
}

function What({ row }: { row: GuestImportView['rows'][number] }) {
  if (row.what === 'seated') return <StateMark tone="good">{stateWord('confirmed')}</StateMark>
  if (row.what === 'waitlisted') return <StateMark tone="care">{stateWord('waitlisted')}</StateMark>
  if (row.what === 'full') return <StateMark tone="bad">{m['registration.many.why-full']()}</StateMark>
  if (row.what === 'known' && row.state) {
    const state = stateWord(row.state).toLowerCase()
    return <StateMark tone="plain">{m['registration.import.known']({ state })}</StateMark>
  }
  return (
    <>
      <StateMark tone="care">{m['people.import.unclear']()}</StateMark>
      {row.why === 'answer' && row.answer && (
        <p className="small soft">
          {quoted(row.answer.question)}: {messageFor(row.answer.message)}
        </p>
      )}
      {row.why && row.why !== 'answer' && <p className="small soft">{reasons[row.why](row.as ?? 0)}</p>}
    </>
  )
}
