import { type FormEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { NotesDesk } from '#app/features/notes/domain/notes-desk.server.ts'
import { noteKindName } from '#app/features/notes/note-labels.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { FormValues } from '#app/shared/forms/form-values.ts'
import { newId } from '#app/shared/new-id.ts'
import { formatTime } from '#app/shared/time/format.ts'
import { type Locale, locales } from '#app/shared/vocabulary.ts'
import { Button } from '#app/ui/button.tsx'
import { clockInput } from '#app/ui/fields/clock-input.ts'
import { type ReadLine, readLine } from './entry-line.ts'
import { nameable, newNote } from './new-note.ts'
import type { NoteStore, ShownNote } from './note-store.ts'
import { momentOf, type SpanOfEvent, saidAt } from './said-at.ts'

type Props = {
  address: string
  sessionId: string | null
  event: SpanOfEvent
  desk: NotesDesk
  notes: readonly ShownNote[]
  store: NoteStore
  newId: string
  now: number
  drawer: string
  refused: { fault: string; typed: FormValues } | undefined
  onEditLast: () => void
}

/** One line, written fast: kind, person, words, Enter; below it, how it is understood. */
export function EntryForm(props: Props) {
  const { address, sessionId, event, desk, notes, store, refused } = props
  const typed = refused?.typed
  const [line, setLine] = useState(String(typed?.line ?? ''))
  const [at, setAt] = useState(String(typed?.at ?? ''))
  const [locale, setLocale] = useState<Locale>(locales.find((one) => one === typed?.locale) ?? getLocale())
  const [offRecord, setOffRecord] = useState(Boolean(typed?.offRecord))
  const [fault, setFault] = useState(refused?.fault ?? null)
  const now = useClock(props.now)
  const field = useRef<HTMLInputElement>(null)
  useKeptLine(props.drawer, line, setLine, field)

  const session = desk.sessions.find((one) => one.id === sessionId)
  const tiers = nameable({ ...desk, notes }, sessionId)
  const read = readLine(line, tiers)
  const moment = momentOf(event, session?.startsAt, now)
  const said = (at && saidAt(at, event, moment)) || moment

  const onSubmit = (submit: FormEvent) => {
    submit.preventDefault()
    const current = at ? said : momentOf(event, session?.startsAt, Date.now())
    const content = newNote(read, { sessionId, locale, saidAt: current, offRecord })
    setFault(content ? null : m['notes.entry.empty']())
    if (!content) return field.current?.focus()
    store.save(newId(), content)
    setLine('')
    setAt('')
    setOffRecord(false)
    field.current?.focus()
  }
  const onKeyDown = (key: KeyboardEvent) => {
    if (key.key !== 'ArrowUp' || line !== '') return
    key.preventDefault()
    props.onEditLast()
  }
  return (
    <form
      method="post"
      action={`${address}?session=${sessionId ?? 'all'}`}
      className="entry"
      onSubmit={onSubmit}
      aria-label={m['notes.entry.title']()}
      noValidate
    >
      <input type="hidden" name="id" value={props.newId} />
      <input type="hidden" name="session" value={sessionId ?? ''} />
      <EntryLine
        field={field}
        line={line}
        onLine={setLine}
        onKeyDown={onKeyDown}
        locale={locale}
        isFaulty={fault !== null}
      />
      {fault && (
        <p className="field-error" role="alert">
          {fault}
        </p>
      )}
      <EntryRead read={read} offRecord={offRecord} said={said} timeZone={event.timeZone} />
      <EntryMore
        at={at}
        onAt={setAt}
        locale={locale}
        onLocale={setLocale}
        offRecord={offRecord}
        onOffRecord={setOffRecord}
      />
      <details className="small">
        <summary>{m['notes.entry.help-title']()}</summary>
        <p id="entry-help" className="measure soft">
          {m['notes.entry.help']({ mark: '!' })}
        </p>
      </details>
    </form>
  )
}

type EntryLineProps = {
  field: RefObject<HTMLInputElement>
  line: string
  onLine: (line: string) => void
  onKeyDown: (key: KeyboardEvent) => void
  locale: Locale
  isFaulty: boolean
}

function EntryLine({ field, line, onLine, onKeyDown, locale, isFaulty }: EntryLineProps) {
  return (
    <div className="entry-line">
      <label className="field-label" htmlFor="entry-line">
        {m['notes.entry.line']()}
      </label>
      <input
        ref={field}
        id="entry-line"
        name="line"
        className="input"
        value={line}
        onChange={(change) => onLine(change.target.value)}
        onKeyDown={onKeyDown}
        autoComplete="off"
        autoCapitalize="none"
        maxLength={10_000}
        lang={locale}
        aria-describedby="entry-read entry-help"
        aria-invalid={isFaulty ? true : undefined}
      />
      <Button>{m['notes.entry.save']()}</Button>
    </div>
  )
}

type EntryReadProps = { read: ReadLine; offRecord: boolean; said: number; timeZone: string }

/** How the line is understood. */
function EntryRead({ read, offRecord, said, timeZone }: EntryReadProps) {
  return (
    <p id="entry-read" className="entry-read">
      <span aria-live="polite">
        <strong>{noteKindName(read.kind)}</strong>
        {' · '}
        {read.person?.name ?? m['notes.entry.nobody']()}
        {(offRecord || read.offRecord) && <> · {m['notes.mark.off-record']()}</>}
      </span>
      <span className="figures">{formatTime(new Date(said), timeZone, getLocale())}</span>
      {read.choices.length > 1 && (
        <span className="soft">
          {m['notes.entry.choices']({
            names: read.choices.map(({ name }, place) => `${place + 1} ${name}`).join(', '),
          })}
        </span>
      )}
    </p>
  )
}

type EntryMoreProps = LanguageProps & {
  at: string
  onAt: (at: string) => void
  offRecord: boolean
  onOffRecord: (offRecord: boolean) => void
}

/** What the line itself does not say: when, in which language, and for whom. */
function EntryMore({ at, onAt, locale, onLocale, offRecord, onOffRecord }: EntryMoreProps) {
  return (
    <div className="entry-more">
      <div className="field">
        <label className="field-label" htmlFor="entry-at">
          {m['notes.entry.minute']()}
        </label>
        <input
          id="entry-at"
          {...clockInput()}
          name="at"
          className="input"
          value={at}
          onChange={(change) => onAt(change.target.value)}
          aria-describedby="entry-at-hint"
        />
        <span className="field-hint" id="entry-at-hint">
          {m['notes.entry.minute-hint']()}
        </span>
      </div>
      <EntryLanguage locale={locale} onLocale={onLocale} />
      <label className="choice">
        <input
          type="checkbox"
          name="offRecord"
          checked={offRecord}
          onChange={(change) => onOffRecord(change.target.checked)}
        />
        <span className="choice-text">{m['notes.entry.off-record']()}</span>
      </label>
    </div>
  )
}

type LanguageProps = { locale: Locale; onLocale: (locale: Locale) => void }

function EntryLanguage({ locale, onLocale }: LanguageProps) {
  return (
    <div className="field">
      <label className="field-label" htmlFor="entry-locale">
        {m['notes.entry.language']()}
      </label>
      <select
        id="entry-locale"
        name="locale"
        className="input"
        value={locale}
        onChange={(change) => onLocale(change.target.value === 'en' ? 'en' : 'vi')}
      >
        <option value="vi" lang="vi">
          Tiếng Việt
        </option>
        <option value="en" lang="en">
          English
        </option>
      </select>
    </div>
  )
}

/** The time, told anew twice a minute; at first as the server had it. */
function useClock(first: number): number {
  const [now, setNow] = useState(first)
  useEffect(() => {
    const tick = () => setNow(Date.now())
    tick()
    const timer = setInterval(tick, 20_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** A line half written survives the page; with a keyboard at hand the line is where writing begins. */
function useKeptLine(
  drawer: string,
  line: string,
  setLine: (line: string) => void,
  field: { current: HTMLInputElement | null },
) {
  const isRead = useRef(false)
  useEffect(() => {
    const key = `${drawer}/line`
    try {
      if (isRead.current) window.localStorage.setItem(key, line)
      else {
        // What was typed before the script came stays.
        const typed = field.current?.value || window.localStorage.getItem(key) || ''
        if (typed !== line) setLine(typed)
      }
    } catch {
      // A browser without storage forgets the line with the page.
    }
    if (!isRead.current && document.activeElement === document.body && !window.location.hash) {
      if (window.matchMedia('(pointer: fine)').matches) field.current?.focus({ preventScroll: true })
    }
    isRead.current = true
  }, [drawer, line, setLine, field])
}
