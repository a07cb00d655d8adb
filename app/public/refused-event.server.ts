import type { Params } from '@remix-run/react'
import { findPublicEvent } from '#app/features/events/domain/events.server.ts'
import type { Refusal } from '#app/shared/errors.ts'
import { isLocale } from '#app/shared/vocabulary.ts'
import type { EventPageHead } from './public-event-page.tsx'

/** The head of the public event in which something is refused; nothing where the event itself is, or cannot be read. */
export async function refusedEvent({ code, kind }: Refusal, params: Params): Promise<EventPageHead | null> {
  if (!isLocale(params.lang) || !params.event || code === 'event-missing' || kind === 'unavailable')
    return null
  const found = await findPublicEvent(params.event).catch(() => null)
  if (!found) return null
  const { slug, title, notice, accent, hasRecap, hasAgenda, hasSpeakers, hasFilms, hasAwards, cancelledAt } =
    found
  return { slug, title, notice, accent, hasRecap, hasAgenda, hasSpeakers, hasFilms, hasAwards, cancelledAt }
}
