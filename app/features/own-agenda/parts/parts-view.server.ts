import { categoryChoice } from '#app/features/registration/category-choice.tsx'
import { windowState } from '#app/features/registration/domain/seats/admission.ts'
import { stateTone } from '#app/features/registration/registration-labels.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { clockPlace } from '#app/shared/time/format.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { listParts } from '../domain/parts/list-parts.server.ts'

export type PartView = Awaited<ReturnType<typeof partsView>>[number]

/** The parts of an event as the page of places shows them. */
export async function partsView(whole: { id: string; eventId: string }, locale: Locale, now: Date) {
  const parts = await listParts(whole)
  return parts.map(({ event, categories, own }) => {
    const choices = categories.map((one) => categoryChoice(one, event)).filter(({ closed }) => !closed)
    const isGone = own?.state === 'cancelled' || own?.state === 'declined'
    return {
      slug: event.slug,
      title: event.title,
      startsAt: event.startsAt,
      endsAt: event.endsAt,
      timeZone: event.timeZone,
      city: clockPlace('', event.timeZone, locale),
      isOpen: windowState(event, now) === 'open' && choices.length > 0,
      takesCode: choices.some(({ takesCode }) => takesCode),
      categories: choices.map(({ code, name, seatsLeft }) => ({
        code,
        label: textIn(name, locale),
        seatsLeft,
      })),
      own: own && !isGone ? { state: own.state, token: own.token, tone: stateTone[own.state] } : null,
    }
  })
}
