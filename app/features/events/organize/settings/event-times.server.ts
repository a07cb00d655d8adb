import type { EventDetails } from '#app/features/events/domain/event-details.ts'
import { eventProblem } from '#app/features/events/domain/event-rules.ts'
import {
  instantOfLocal,
  isTimeZone,
  type LocalTimeProblem,
} from '#app/features/events/domain/local-time.server.ts'
import type { StoredEvent } from '#app/features/events/domain/organized-events.server.ts'
import { type FormErrors, type FormValues, putAt } from '#app/shared/forms/form-values.ts'
import type { RefusedForm } from '#app/shared/forms/read-form.server.ts'
import type { EventForm } from './event-form.schema.ts'
import { eventFormValues } from './event-form-values.server.ts'

const timeFields = [
  'startsAt',
  'endsAt',
  'registrationOpensAt',
  'registrationClosesAt',
  'retainUntil',
] as const

/**
 * The event as its form says it, with wall-clock times as instants in its own zone; or the form with its faults. A time
 * that stands as it was shown stays the instant it was: the form shows no seconds, and a last day has no hour.
 */
export function eventDetailsOf(
  form: EventForm,
  values: FormValues,
  stored?: StoredEvent,
): { ok: true; details: EventDetails } | RefusedForm {
  const errors: FormErrors = {}
  const fault = (field: string, message: string) =>
    putAt(errors, field.split('.'), { type: 'refused', message })
  if (!isTimeZone(form.timeZone)) {
    fault('timeZone', 'organize.form.zone')
    return { ok: false, errors, values }
  }
  const shown = stored?.timeZone === form.timeZone ? eventFormValues(stored) : {}
  const times = Object.fromEntries(
    timeFields.map((field) => {
      const local = form[field]
      if (local === '') return [field, null]
      if (stored && shown[field] === local) return [field, stored[field]]
      const instant = instantOfLocal(field === 'retainUntil' ? `${local}T12:00` : local, form.timeZone)
      if (instant instanceof Date) return [field, instant]
      fault(field, problemKeys[instant])
      return [field, null]
    }),
  ) as Record<(typeof timeFields)[number], Date | null>
  if (Object.keys(errors).length > 0) return { ok: false, errors, values }
  const details = {
    ...form,
    ...times,
    accent: form.accent.toLowerCase(),
    contactEmail: form.contactEmail || null,
    entry: form.entry || null,
    ticketsUrl: form.ticketsUrl || null,
    place: { ...form.place, country: form.place.country.toUpperCase() },
  } as EventDetails
  const wrong = eventProblem(details)
  if (wrong) fault(wrong.field, `organize.form.${wrong.code}`)
  return wrong ? { ok: false, errors, values } : { ok: true, details }
}

const problemKeys: Record<LocalTimeProblem, string> = {
  invalid: 'organize.form.time-invalid',
  gap: 'organize.form.time-gap',
  overlap: 'organize.form.time-overlap',
}
