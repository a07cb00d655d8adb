import { Refusal, type RefusalCode } from '#app/shared/errors.ts'
import type { CategoryDetails } from './categories/category-details.ts'
import type { EventDetails } from './event-details.ts'

/** Refuses an event that could not be right, whoever sends it. `details.field` says where a form shows it. */
export function checkEventDetails(details: EventDetails) {
  const wrong = eventProblem(details)
  if (wrong) throw new Refusal(wrong.code, 'invalid', { field: wrong.field })
}

export function eventProblem(details: EventDetails): { code: RefusalCode; field: string } | null {
  const { registrationOpensAt: opens, registrationClosesAt: closes } = details
  if (!details.title.vi && !details.title.en) return { code: 'event-title-missing', field: 'title.vi' }
  if (details.endsAt <= details.startsAt) return { code: 'event-ends-before', field: 'endsAt' }
  if (closes && closes > details.endsAt) return { code: 'event-closes-after', field: 'registrationClosesAt' }
  if (opens && opens >= (closes ?? details.startsAt)) {
    return { code: 'event-opens-late', field: 'registrationOpensAt' }
  }
  if (details.retainUntil && details.retainUntil <= details.endsAt) {
    return { code: 'event-retention-early', field: 'retainUntil' }
  }
  if (details.ticketsUrl && details.entry !== 'priced') {
    return { code: 'event-tickets-unpriced', field: 'ticketsUrl' }
  }
  if (closes && !opens) return { code: 'event-opens-missing', field: 'registrationOpensAt' }
  if (details.capacity !== null && details.capacity < 1)
    return { code: 'event-capacity-none', field: 'capacity' }
  return null
}

export function checkCategoryDetails(details: CategoryDetails) {
  if (!details.name.vi && !details.name.en) {
    throw new Refusal('category-name-missing', 'invalid', { field: 'name.vi' })
  }
}
