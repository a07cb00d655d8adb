import { useFetcher } from '@remix-run/react'
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { m } from '#app/paraglide/messages.js'
import { messageFor } from '#app/shared/forms/form-messages.ts'
import { type FormErrors, type FormValues, faultAt, valueAt } from '#app/shared/forms/form-values.ts'
import type { Locale, RecapText } from '#app/shared/vocabulary.ts'
import { Button } from '#app/ui/button.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { RichNode } from '#db/schema/recap-content.ts'
import type { EventPicture } from '../domain/pictures.server.ts'
import type { Material } from '../domain/recap-desk.server.ts'
import type { DraftText } from '../domain/recap-draft.server.ts'

// The editor is large: it comes when the page is there and can be read already.
const RichEditor = lazy(() => import('./rich-editor.tsx'))

type Answer = {
  errors: FormErrors
  values: FormValues
  saved?: number | null
  stored?: { title: string; revision: number } | null
}
type Props = {
  kind: RecapText
  locale: Locale
  here: string
  text: DraftText | null
  lines: string
  notes: readonly Material[]
  pictures: readonly EventPicture[]
  refused: Answer | undefined
}

const pause = 1500

/** One text: its headline, its lead and its body; saved by itself while one writes, by a button without script. */
export function TextForm({ kind, locale, here, text, lines, notes, pictures, refused }: Props) {
  const fetcher = useFetcher<Answer>()
  const form = useRef<HTMLFormElement>(null)
  const doc = useRef<RichNode | null>(null)
  const waiting = useRef<ReturnType<typeof setTimeout>>()
  const [isReady, setReady] = useState(false)
  const [isDirty, setDirty] = useState(false)
  const [revision, setRevision] = useState(text?.revision ?? 0)
  useEffect(() => setReady(true), [])
  useEffect(() => setRevision((before) => Math.max(before, text?.revision ?? 0)), [text?.revision])
  const answer = fetcher.data
  useEffect(() => {
    if (answer?.saved) setRevision(answer.saved)
  }, [answer])

  const save = useCallback(
    (at: number) => {
      clearTimeout(waiting.current)
      if (!form.current) return
      const sent = new FormData(form.current)
      sent.set('revision', String(at))
      if (doc.current) sent.set('doc', JSON.stringify(doc.current))
      setDirty(false)
      fetcher.submit(sent, { method: 'post', action: `${location.pathname}${here}` })
    },
    [fetcher, here],
  )
  const changed = () => {
    setDirty(true)
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => save(revision), pause)
  }
  useEffect(() => () => clearTimeout(waiting.current), [])
  useEffect(() => {
    if (!isDirty && fetcher.state === 'idle') return
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', stay)
    return () => removeEventListener('beforeunload', stay)
  }, [isDirty, fetcher.state])

  const clash = answer?.stored ?? null
  const field = (name: string, stored: string) => {
    const found = faultAt(refused?.errors, name)
    const typed = refused?.values && valueAt(refused.values, name)
    return { name, defaultValue: String(typed ?? stored), error: found && messageFor(found.message) }
  }
  const state =
    fetcher.state !== 'idle'
      ? m['recap.desk.saving']()
      : clash
        ? ''
        : isDirty
          ? m['recap.desk.unsaved']()
          : revision > 0
            ? m['recap.desk.saved']()
            : ''
  return (
    <form
      ref={form}
      method="post"
      action={here}
      noValidate
      className="form recap-form"
      onInput={isReady ? changed : undefined}
    >
      <input type="hidden" name="step" value="text" />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="revision" value={revision} />
      {clash && (
        <Notice tone="warning" live title={m['recap.desk.clash']({ title: clash.title })}>
          <div className="cluster">
            <Button type="button" variant="quiet" onClick={() => save(clash.revision)}>
              {m['recap.desk.keep-mine']()}
            </Button>
            <Button type="button" variant="plain" onClick={() => location.reload()}>
              {m['recap.desk.take-theirs']()}
            </Button>
          </div>
        </Notice>
      )}
      <TextField {...field('title', text?.title ?? '')} label={m['recap.desk.headline']()} lang={locale} />
      <TextArea {...field('lead', text?.lead ?? '')} label={m['recap.desk.lead']()} lang={locale} rows={2} />
      {isReady ? (
        <Suspense fallback={<p>{m['recap.desk.loading']()}</p>}>
          <RichEditor
            doc={text?.doc ?? null}
            locale={locale}
            notes={notes}
            pictures={pictures}
            onChange={(next) => {
              doc.current = next
              changed()
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
        <Button
          onClick={(event) => {
            if (!isReady) return
            event.preventDefault()
            save(revision)
          }}
        >
          {m['organize.form.save']()}
        </Button>
        <span role="status" className="small">
          {state}
        </span>
      </div>
    </form>
  )
}
