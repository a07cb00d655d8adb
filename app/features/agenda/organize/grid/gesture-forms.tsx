import { type FormEvent, type ReactNode, useId } from 'react'
import type { EditorRoom } from '#app/features/agenda/domain/draft/editor-draft.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { sessionKindWord } from '#app/public/code-labels.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { sessionKinds } from '#app/shared/vocabulary.ts'
import { Button, type ButtonVariant } from '#app/ui/button.tsx'
import { clockInput } from '#app/ui/fields/clock-input.ts'
import type { Fields } from './row-gesture.ts'

type GestureFormsProps = {
  address: string
  day: string
  rooms: readonly EditorRoom[]
  onGesture: (fields: Fields) => boolean
  /** What was typed into this form, when it was refused. */
  typed?: Fields | undefined
}

/** Posts to the list where there is no script; with it, the gesture is done at once. True: it was done, the form empties. */
export function submitGesture(event: FormEvent<HTMLFormElement>, onGesture: (fields: Fields) => boolean) {
  event.preventDefault()
  const form = event.currentTarget
  const { submitter } = event.nativeEvent as SubmitEvent
  const fields = Object.fromEntries(new FormData(form)) as Record<string, string>
  return onGesture({ ...fields, gesture: (submitter as HTMLButtonElement | null)?.value ?? fields.gesture })
}

/** Everything that begins at a time or later: shifted, closed up, or parted by a gap. */
export function AfterForm({
  address,
  day,
  rooms,
  onGesture,
  after,
  stretch,
  typed,
}: GestureFormsProps & { after: string; stretch: string }) {
  return (
    <details className="fold" open={typed !== undefined}>
      <summary>{m['editor.after.title']()}</summary>
      <form
        method="post"
        action={`${address}/list?day=${day}`}
        className="gesture-form"
        key={`${day} ${after} ${stretch}`}
        onSubmit={(event) => submitGesture(event, onGesture)}
        aria-label={m['editor.after.title']()}
      >
        <input type="hidden" name="day" value={day} />
        <Labelled label={m['editor.after.from']()}>
          {(id) => (
            <input
              id={id}
              className="input"
              {...clockInput()}
              name="after"
              required
              defaultValue={typed?.after ?? after}
            />
          )}
        </Labelled>
        <Labelled label={m['editor.field.room']()}>
          {(id) => (
            <select id={id} className="input" name="stretch" defaultValue={typed?.stretch ?? stretch}>
              <option value="all">{m['editor.after.all-rooms']()}</option>
              {rooms.map((room) => (
                <option key={room.id} value={room.id}>
                  {textIn(room.name, getLocale())}
                </option>
              ))}
              <option value="">{m['editor.no-room']()}</option>
            </select>
          )}
        </Labelled>
        <MinutesField value={typed?.minutes ?? 10} />
        <label className="choice">
          <input type="checkbox" name="keepBreaks" defaultChecked={!typed || 'keepBreaks' in typed} />
          <span className="choice-text">{m['editor.after.keep-breaks']()}</span>
        </label>
        <span className="cluster snug">
          <GestureButton value="shift-later">{m['editor.after.later']()}</GestureButton>
          <GestureButton value="shift-earlier">{m['editor.after.earlier']()}</GestureButton>
          <GestureButton value="gap">{m['editor.after.gap']()}</GestureButton>
          <GestureButton value="compact">{m['editor.after.compact']()}</GestureButton>
        </span>
      </form>
    </details>
  )
}

export type AddFormProps = GestureFormsProps & { start?: string; room?: string; minutes?: number | undefined }

/** A new session: its name is enough. */
export function AddForm(props: AddFormProps) {
  const { address, day, rooms, onGesture, start = '', room = '', minutes, typed } = props
  return (
    <form
      method="post"
      action={`${address}/list?day=${day}`}
      className="gesture-form"
      onSubmit={(event) => {
        const form = event.currentTarget
        if (!submitGesture(event, onGesture)) return
        form.reset()
        // The keyboard goes on with the next session.
        form.querySelector<HTMLInputElement>('input[name="titleVi"]')?.focus()
      }}
      aria-label={m['editor.add.title']()}
    >
      <input type="hidden" name="day" value={day} />
      <TitleField language="vi" label={m['editor.add.title-vi']()} value={typed?.titleVi} />
      <TitleField language="en" label={m['editor.add.title-en']()} value={typed?.titleEn} />
      <Labelled label={m['editor.field.kind']()}>
        {(id) => (
          <select id={id} className="input" name="kind" defaultValue={typed?.kind ?? 'talk'}>
            {sessionKinds.map((kind) => (
              <option key={kind} value={kind}>
                {sessionKindWord(kind)}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Labelled label={m['editor.field.start']()}>
        {(id) => (
          <input
            id={id}
            className="input"
            {...clockInput()}
            name="start"
            defaultValue={typed?.start ?? start}
          />
        )}
      </Labelled>
      <MinutesField value={typed?.minutes ?? minutes} />
      <Labelled label={m['editor.field.room']()}>
        {(id) => <RoomSelect id={id} rooms={rooms} defaultValue={typed?.room ?? room} />}
      </Labelled>
      <GestureButton value="add" variant="primary">
        {m['editor.add.add']()}
      </GestureButton>
    </form>
  )
}

type TitleFieldProps = { language: 'vi' | 'en'; label: string; value: string | undefined }

function TitleField({ language, label, value }: TitleFieldProps) {
  return (
    <Labelled label={label} wide>
      {(id) => (
        <input
          id={id}
          className="input"
          name={language === 'vi' ? 'titleVi' : 'titleEn'}
          lang={language}
          maxLength={300}
          defaultValue={value}
        />
      )}
    </Labelled>
  )
}

function MinutesField({ value }: { value: string | number | undefined }) {
  return (
    <Labelled label={m['editor.field.minutes']()}>
      {(id) => (
        <input
          id={id}
          className="input"
          type="number"
          name="minutes"
          min={1}
          max={1440}
          defaultValue={value}
        />
      )}
    </Labelled>
  )
}

type RoomSelectProps = { id: string; rooms: readonly EditorRoom[]; defaultValue: string; control?: string }

export function RoomSelect({ id, rooms, defaultValue, control }: RoomSelectProps) {
  return (
    <select id={id} className="input" name="room" defaultValue={defaultValue} data-control={control}>
      <option value="">{m['editor.no-room']()}</option>
      {rooms.map((room) => (
        <option key={room.id} value={room.id}>
          {textIn(room.name, getLocale())}
        </option>
      ))}
    </select>
  )
}

type LabelledProps = { label: string; wide?: boolean; children: (id: string) => ReactNode }

export function Labelled({ label, wide, children }: LabelledProps) {
  const id = useId()
  return (
    <span className={wide ? 'field gesture-wide' : 'field'}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children(id)}
    </span>
  )
}

type GestureButtonProps = { value: string; variant?: ButtonVariant; label?: string; children: ReactNode }

export function GestureButton({ value, variant = 'quiet', label, children }: GestureButtonProps) {
  return (
    <Button name="gesture" value={value} variant={variant} data-control={value} aria-label={label}>
      {children}
    </Button>
  )
}
