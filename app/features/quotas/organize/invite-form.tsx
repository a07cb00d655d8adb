import type { ActPreview } from '#app/features/acts/domain/act-preview.ts'
import { ActPreviewPanel } from '#app/organize/act-preview-panel.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { m } from '#app/paraglide/messages.js'
import { languageWord } from '#app/public/code-labels.ts'
import { plainTools } from '#app/shared/forms/plain-tools.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup, TextArea } from '#app/ui/fields/field.tsx'
import { Notice } from '#app/ui/notice.tsx'

type InviteFormProps = {
  refused: Refused | undefined
  preview: ActPreview | null
  /** Who of the list is not asked, by name: no place left for them, or asked before. */
  left: { full: string[]; known: string[] } | null
  locale: Locale
}

/** Asks one guest or a list of them; what would go out is shown first. */
export function InviteForm({ refused, preview, left, locale }: InviteFormProps) {
  const { field, values } = plainTools(refused, { text: '', language: locale })
  return (
    <section className="stack" aria-labelledby="invite">
      <h2 className="title-m" id="invite">
        {m['quotas.invite.title']()}
      </h2>
      <form method="post" noValidate className="form">
        {refused && !preview && <FaultList errors={refused.errors} />}
        {left && left.full.length > 0 && (
          <Notice tone="warning" title={m['quotas.invite.full']({ count: left.full.length })}>
            <p>{left.full.join(', ')}</p>
          </Notice>
        )}
        {left && left.known.length > 0 && (
          <Notice title={m['quotas.invite.known']()}>
            <p>{left.known.join(', ')}</p>
          </Notice>
        )}
        {preview && refused && (
          <ActPreviewPanel preview={preview} refused={refused} action={m['quotas.invite.action']()} />
        )}
        <TextArea
          {...field('text')}
          label={m['quotas.invite.text']()}
          hint={m['quotas.invite.hint']()}
          rows={6}
          required
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
