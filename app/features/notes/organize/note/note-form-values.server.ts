import { instantOfLocal, localOfInstant } from '#app/features/events/domain/local-time.server.ts'
import type { FormValues } from '#app/shared/forms/form-values.ts'
import { edit } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { NoteContent } from '../../domain/note-content.ts'
import { guestValue, namedFields } from './note-fields.ts'
import type { NoteForm } from './note-form.schema.ts'

/** A note as its form shows it, the minute by the clocks at the event. */
export function noteFormValues(note: NoteContent, timeZone: string): FormValues {
  const { id, guest } = namedFields(note)
  return {
    kind: note.kind,
    guest,
    person: id ?? (guest ? guestValue : ''),
    saidAt: localOfInstant(new Date(note.saidAt), timeZone),
    session: note.sessionId ?? '',
    vi: note.text.vi ?? '',
    en: note.text.en ?? '',
    dueOn: note.dueOn ?? '',
    done: note.doneAt === null ? '' : 'on',
    offRecord: note.offRecord ? 'on' : '',
  }
}

type Reading = { before: NoteContent; timeZone: string; locale: Locale; now: Date }

/** What the form says of a note that was `before`; or the field that is wrong and the message that says so. */
export function noteOfForm(
  form: NoteForm,
  { before, timeZone, locale, now }: Reading,
): NoteContent | { field: string; message: string } {
  const text = edit(before.text, { vi: form.vi, en: form.en }, locale, form.confirmed)
  if (!text.vi && !text.en) return { field: 'vi', message: 'notes.entry.empty' }
  const isSame = form.saidAt === localOfInstant(new Date(before.saidAt), timeZone)
  const saidAt = isSame ? new Date(before.saidAt) : instantOfLocal(form.saidAt, timeZone)
  if (!(saidAt instanceof Date)) return { field: 'saidAt', message: `organize.form.time-${saidAt}` }
  const isAction = form.kind === 'action'
  const isDay = /^\d{4}-\d\d-\d\d$/.test(form.dueOn) && !Number.isNaN(Date.parse(form.dueOn))
  const named = namedFields({ ...before, kind: form.kind })
  const nobody = { personId: null, guestName: '', ownerId: null, ownerName: '' }
  const isGuest = form.person === guestValue || (form.person === '' && form.guest !== '')
  return {
    ...before,
    ...nobody,
    ...(isGuest ? named.name(form.guest) : named.choose(form.person)),
    kind: form.kind,
    sessionId: form.session || null,
    text,
    offRecord: form.offRecord,
    saidAt: saidAt.toISOString(),
    dueOn: isAction && isDay ? form.dueOn : null,
    doneAt: isAction && form.done ? (before.doneAt ?? now.toISOString()) : null,
  }
}
