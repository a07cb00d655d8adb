import { localOfInstant } from '#app/features/events/domain/local-time.server.ts'
import type { StoredEvent } from '#app/features/events/domain/organized-events.server.ts'
import type { FormValues } from '#app/shared/forms/form-values.ts'
import { inBoth } from '#app/shared/i18n/translated-text.ts'

/** The stored event as its form shows it. */
export function eventFormValues(stored: StoredEvent): FormValues {
  const local = (instant: Date | null) => localOfInstant(instant, stored.timeZone)
  return {
    kind: stored.kind,
    title: inBoth(stored.title),
    theme: inBoth(stored.theme),
    summary: inBoth(stored.summary),
    description: inBoth(stored.description),
    notice: inBoth(stored.notice),
    place: {
      name: inBoth(stored.venue?.name),
      address: stored.venue?.address ?? '',
      city: inBoth(stored.venue?.city),
      country: stored.venue?.country ?? '',
    },
    timeZone: stored.timeZone,
    startsAt: local(stored.startsAt),
    endsAt: local(stored.endsAt),
    accent: stored.accent,
    contactEmail: stored.contactEmail ?? '',
    entry: stored.entry ?? '',
    ticketsUrl: stored.ticketsUrl ?? '',
    capacity: stored.capacity === null ? '' : String(stored.capacity),
    waitlist: stored.waitlist ? 'on' : '',
    asksAddress: stored.asksAddress ? 'on' : '',
    remindsDayBefore: stored.remindsDayBefore ? 'on' : '',
    remindsHourBefore: stored.remindsHourBefore ? 'on' : '',
    asksFeedback: stored.asksFeedback ? 'on' : '',
    offerHours: String(stored.offerHours),
    registrationOpensAt: local(stored.registrationOpensAt),
    registrationClosesAt: local(stored.registrationClosesAt),
    retainUntil: local(stored.retainUntil).slice(0, 10),
  }
}
