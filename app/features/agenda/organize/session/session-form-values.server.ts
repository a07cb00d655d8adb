import { lengthOf } from '#app/features/agenda/domain/clashes/turns.ts'
import type { DraftAppearance, DraftFields } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { instantOfLocal, localOfInstant } from '#app/features/events/domain/local-time.server.ts'
import { type FormErrors, type FormValues, putAt } from '#app/shared/forms/form-values.ts'
import type { RefusedForm } from '#app/shared/forms/read-form.server.ts'
import { edit, inBoth } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { SessionForm } from './session-form.schema.ts'

/** A draft session as its form shows it, times by the clocks at the event. */
export function sessionFormValues(session: DraftFields, timeZone: string): FormValues {
  const { title, abstract, kind, languages, interpretation, signUp, capacity, appearances } = session
  const length = lengthOf(session)
  return {
    title: inBoth(title),
    abstract: inBoth(abstract),
    kind,
    track: session.trackId ?? '',
    room: session.roomId ?? '',
    startsAt: session.startsAt ? localOfInstant(new Date(session.startsAt), timeZone) : '',
    minutes: length === null ? '' : String(length),
    languages,
    interpretation,
    signUp: signUp ? 'on' : '',
    capacity: capacity === null ? '' : String(capacity),
    person: appearances.map((one) => one.personId),
    role: appearances.map((one) => one.role),
    turn: appearances.map((one) => (one.minutes === null ? '' : String(one.minutes))),
    place: appearances.map((_, index) => String(index + 1)),
    film: session.films,
  }
}

const nothing: DraftFields = {
  kind: 'talk',
  title: {},
  abstract: {},
  languages: [],
  interpretation: [],
  trackId: null,
  roomId: null,
  startsAt: null,
  endsAt: null,
  capacity: null,
  signUp: false,
  dropped: false,
  appearances: [],
  films: [],
}

type Reading = {
  before?: DraftFields | undefined
  /** Whose names were typed: the ids by what was typed. */
  people: Map<string, string>
  /** What was typed that several people are called. */
  several?: Set<string>
  timeZone: string
  locale: Locale
}

/** What the form says of a session that was `before`, or the form with its faults. */
export function sessionFieldsOf(
  form: SessionForm,
  values: FormValues,
  { before = nothing, people, several, timeZone, locale }: Reading,
): { ok: true; fields: DraftFields } | RefusedForm {
  const errors: FormErrors = {}
  const fault = (field: string, message: string) =>
    putAt(errors, field.split('.'), { type: 'refused', message })
  const slot = slotOf(form, timeZone, fault)
  const turns = form.turn.map((text) => Number(text || 0))
  const wrongTurn = turns.some((turn) => !Number.isInteger(turn) || turn < 0 || turn > 1440)
  if (wrongTurn) fault('person', 'agenda.session.turn-wrong')
  if (form.signUp && form.capacity === null) fault('capacity', 'agenda.session.capacity-missing')
  for (const [index, typed] of form.person.entries()) {
    const which = several?.has(typed) ? 'several' : 'unknown'
    if (typed && !people.has(typed)) fault(`person.${index}`, `agenda.session.person-${which}`)
  }
  const appearances = appearancesOf(form, turns, before.appearances, people)
  const keys = appearances.map((one) => `${one.personId} ${one.role}`)
  if (new Set(keys).size < keys.length) fault('person', 'agenda.session.person-twice')
  if (Object.keys(errors).length > 0 || !slot) return { ok: false, errors, values }
  const { title, abstract } = form
  const fields = {
    kind: form.kind,
    title: edit(before.title, title, locale, title.confirmed),
    abstract: edit(before.abstract, abstract, locale, abstract.confirmed),
    languages: asBefore(before.languages, form.languages),
    interpretation: asBefore(before.interpretation, form.interpretation),
    trackId: form.track || null,
    roomId: form.room || null,
    ...slot,
    capacity: form.capacity,
    signUp: form.signUp,
    dropped: before.dropped,
    appearances,
    films: [...new Set(form.film.filter((id) => id !== ''))],
  }
  return { ok: true, fields }
}

/** Boxes come in the order of the page: the same ones ticked are no change. */
function asBefore<T extends string>(before: T[], ticked: T[]): T[] {
  return [...before].sort().join() === [...ticked].sort().join() ? before : ticked
}

function slotOf(form: SessionForm, timeZone: string, fault: (field: string, message: string) => void) {
  if (form.startsAt === '') {
    if (form.minutes !== null) fault('startsAt', 'agenda.session.start-missing')
    return { startsAt: null, endsAt: null }
  }
  if (!form.minutes) {
    fault('minutes', 'agenda.session.length-missing')
    return null
  }
  const start = instantOfLocal(form.startsAt, timeZone)
  if (!(start instanceof Date)) {
    fault('startsAt', `organize.form.time-${start}`)
    return null
  }
  const end = new Date(start.getTime() + form.minutes * 60_000)
  return { startsAt: start.toISOString(), endsAt: end.toISOString() }
}

/** The rows that name somebody, in the order of their places; a deputy stays one. */
function appearancesOf(
  form: SessionForm,
  turns: number[],
  before: DraftAppearance[],
  people: Map<string, string>,
): DraftAppearance[] {
  const rows = form.person.map((typed, index) => ({
    personId: form.remove.includes(String(index)) ? '' : (people.get(typed) ?? ''),
    role: form.role[index] ?? ('speaker' as const),
    minutes: turns[index] || null,
    deputyForId: before.find((one) => one.personId === people.get(typed))?.deputyForId ?? null,
    place: Number(form.place[index] || index + 1),
  }))
  return rows
    .filter((row) => row.personId !== '')
    .sort((a, b) => a.place - b.place)
    .map(({ place, ...row }) => row)
}
