import { m } from '#app/paraglide/messages.js'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'

/** An event's title where nothing beside it says more: in a feed, a file, a picture. One that is called off says so. */
export function eventTitleIn(
  event: { title: TranslatedText; cancelledAt?: Date | null },
  locale: Locale,
): string {
  const title = textIn(event.title, locale)
  return event.cancelledAt ? m['public.event.cancelled-title']({ title }, { locale }) : title
}
