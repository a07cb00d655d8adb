import { isLocale } from '#app/shared/vocabulary.ts'

/** The language that the address of a form asked for, as a query of the next address: `?lang=en` with `first`, or nothing. */
export function askedLanguage(request: Request, first: '?' | '&' = '?'): string {
  const asked = new URL(request.url).searchParams.get('lang')
  return isLocale(asked) ? `${first}lang=${asked}` : ''
}
