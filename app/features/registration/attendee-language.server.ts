import { answerIn } from '#app/shared/http/request-store.server.ts'
import { isLocale, type Locale } from '#app/shared/vocabulary.ts'
import { getLinkLanguage } from './domain/links/link-language.server.ts'

/** Answers in the language asked for by `?lang=`, else in that of the registration. */
export function answerAttendee(request: Request, own: Locale): Locale {
  const asked = new URL(request.url).searchParams.get('lang')
  const locale = isLocale(asked) ? asked : own
  answerIn(locale)
  return locale
}

/** What a form behind a personal link begins with: whatever it is told is told in the language of its page. */
export async function answerLink(request: Request, token: string): Promise<void> {
  answerAttendee(request, await getLinkLanguage(token))
}
