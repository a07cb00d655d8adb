import type { ActPreview } from '#app/features/acts/domain/act-preview.ts'
import { ActPreviewPanel } from '#app/organize/act-preview-panel.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { m } from '#app/paraglide/messages.js'
import { languageWord } from '#app/public/code-labels.ts'
import { plainTools } from '#app/shared/forms/plain-tools.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup, TextArea, TextField } from '#app/ui/fields/field.tsx'
import type { LineView } from './guest-lines.ts'
import { LineTable } from './line-table.tsx'

type InviteFormProps = {
  refused: Refused | undefined
  preview: ActPreview | null
  /** What becomes of each line of the list. */
  lines: readonly LineView[] | null
  locale: Locale
}

/** Asks one guest or a list of them; what would go out is shown first. */
export function InviteForm({ refused, preview, lines, locale }: InviteFormProps) {
  const { field, values } = plainTools(refused, { text: '', language: locale })
  return (
    <section className="stack" aria-labelledby="invite">
      <h2 className="title-m" id="invite">
        {m['quotas.invite.title']()}
      </h2>
      <form method="post" encType="multipart/form-data" noValidate className="form">
        {refused && !preview && <FaultList errors={refused.errors} />}
        {preview && refused && (
          <ActPreviewPanel preview={preview} refused={refused} action={m['quotas.invite.action']()}>
            {lines && <LineTable lines={lines} />}
          </ActPreviewPanel>
        )}
        <TextArea
          {...field('text')}
          label={m['quotas.invite.text']()}
          hint={m['quotas.invite.hint']()}
          rows={6}
        />
        <TextField
          name="file"
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          label={m['quotas.invite.file']()}
          hint={m['quotas.invite.file-hint']()}
          optional
        />
        <RadioGroup
          name="language"
          label={m['quotas.invite.language']()}
          defaultValue={String(values.language ?? locale)}
          options={[
            { value: 'vi', label: languageWord('vi') },
            { value: 'en', label: languageWord('en') },
          ]}
        />
        {!preview && (
          <p>
            <Button>{m['quotas.invite.look']()}</Button>
          </p>
        )}
      </form>
    </section>
  )
}
