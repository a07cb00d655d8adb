import { isLocale, type Locale } from '#app/shared/vocabulary.ts'
import { requestStore } from './request-store.server.ts'

/** The language of a feed: `?lang=`, else the request's. Anything else in the query is refused nowhere, and ignored. */
export function feedContext(request: Request): { locale: Locale } {
  const asked = new URL(request.url).searchParams.get('lang')
  return { locale: isLocale(asked) ? asked : requestStore().locale }
}
