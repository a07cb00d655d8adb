import { findPublishedRecap } from '#app/features/recap/domain/published-recap.server.ts'
import { articleIn } from '#app/features/recap/domain/recap-language.ts'
import type { attendeeView } from '#app/features/registration/attendee-view.server.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { listOwnSlides } from './domain/own-slides.server.ts'

/** What a personal page opens with once its event is over; null before, and of one that was called off. */
export async function afterEvent({ page, view }: Awaited<ReturnType<typeof attendeeView>>) {
  const { event, registration } = page
  if (event.cancelledAt || event.endsAt > new Date()) return null
  if (!view.isPublic) return { recap: null, recordings: [], slides: [] }
  const [published, slides] = await Promise.all([
    findPublishedRecap(event.id),
    listOwnSlides(event.id, registration.id),
  ])
  const content = published?.content
  return {
    recap: content ? openingOf(content, view.locale) : null,
    recordings: content?.recordings ?? [],
    slides,
  }
}

/** Of the article only what the page shows: its text is long. */
function openingOf(content: Parameters<typeof articleIn>[0], locale: Locale) {
  const article = articleIn(content, locale)
  return { title: article?.words.title ?? '', lead: article?.words.lead ?? '', lang: article?.lang ?? locale }
}

export type AfterEventView = NonNullable<Awaited<ReturnType<typeof afterEvent>>>
