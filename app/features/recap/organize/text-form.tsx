import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { m } from '#app/paraglide/messages.js'
import { messageFor } from '#app/shared/forms/form-messages.ts'
import { type FormErrors, type FormValues, faultAt, valueAt } from '#app/shared/forms/form-values.ts'
import type { Locale, RecapText } from '#app/shared/vocabulary.ts'
import { Button } from '#app/ui/button.tsx'
import { TextArea, TextField } from '#app/ui/fields/field.tsx'
import type { EventPicture } from '../domain/pictures.server.ts'
import type { RichNode } from '../domain/recap-content.ts'
import type { Material } from '../domain/recap-desk.server.ts'
import type { DraftText } from '../domain/recap-draft.server.ts'
import { emptyDoc } from '../domain/rich-text.ts'
import { docFromLines } from '../domain/text-lines.ts'
import type { StoredText } from './autosave.ts'
import { SaveStatus, TextClash } from './save-status.tsx'
import { useTextSaving } from './use-text-saving.ts'

// The editor is large: it comes when the page is there and can be read already.
const RichEditor = lazy(() => import('./rich-editor.tsx'))

type Props = {
  home: string
  kind: RecapText
  locale: Locale
  here: string
  text: DraftText | null
  lines: string
  notes: readonly Material[]
  pictures: readonly EventPicture[]
  refused: { errors: FormErrors; values: FormValues; stored?: StoredText } | undefined
}

/** One text: its headline, its lead and its body; saved by itself while one writes, by a button without script. */
export function TextForm({ home, kind, locale, here, text, lines, notes, pictures, refused }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const typed = refused?.values && valueAt(refused.values, 'lines')
  const doc = useRef<RichNode>(
    typeof typed === 'string'
      ? docFromLines(typed, text?.doc ?? emptyDoc, (id) => wordsIn(notes, id, locale))
      : (text?.doc ?? emptyDoc),
  )
  const [isReady, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  const revision = text?.revision ?? 0
  const { saver, view } = useTextSaving({ address: `${home}/text`, revision, form, doc })
  const field = (name: string, stored: string) => {
    const found = faultAt(refused?.errors, name)
    const typed = refused?.values && valueAt(refused.values, name)
    return { name, defaultValue: String(typed ?? stored), error: found && messageFor(found.message) }
  }
  const clash = view.stored ?? refused?.stored
  return (
    <form
      ref={form}
      method="post"
      action={here}
      noValidate
      className="form recap-form"
      onInput={isReady ? saver.changed : undefined}
      onSubmit={(event) => {
        event.preventDefault()
        saver.save()
      }}
    >
      <input type="hidden" name="step" value="text" />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="revision" value={revision} />
      {clash && <TextClash title={clash.title} {...(view.stored && { onKeep: saver.keepMine })} />}
      <TextField {...field('title', text?.title ?? '')} label={m['recap.desk.headline']()} lang={locale} />
      <TextArea {...field('lead', text?.lead ?? '')} label={m['recap.desk.lead']()} lang={locale} rows={2} />
      {isReady ? (
        <Suspense fallback={<p>{m['recap.desk.loading']()}</p>}>
          <RichEditor
            doc={doc.current}
            locale={locale}
            notes={notes}
            pictures={pictures}
            onChange={(next) => {
              doc.current = next
              saver.changed()
            }}
          />
        </Suspense>
      ) : (
        <TextArea
          {...field('lines', lines)}
          label={m['recap.desk.body']()}
          hint={m['recap.desk.body-hint']()}
          lang={locale}
          rows={16}
        />
      )}
      <div className="cluster">
        <Button>{m['organize.form.save']()}</Button>
        <SaveStatus view={view} />
      </div>
    </form>
  )
}

function wordsIn(notes: readonly Material[], id: string, locale: Locale): string {
  return notes.find((one) => one.id === id)?.text[locale] ?? ''
}
