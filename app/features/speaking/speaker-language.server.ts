import { chosenLocale, localeCookie } from '#app/shared/http/cookies.server.ts'
import { answerIn } from '#app/shared/http/request-store.server.ts'
import { isLocale, type Locale } from '#app/shared/vocabulary.ts'
import { getSpeakingByToken, type Speaking } from './domain/speaking-by-token.server.ts'

/** Answers in the language asked for by `?lang=`, else in the one chosen in this browser, else in the speaker's own. */
export function answerSpeaker(request: Request, own: Locale): Locale {
  const locale = askedLocale(request) ?? chosenLocale(request.headers.get('Cookie') ?? '') ?? own
  answerIn(locale)
  return locale
}

/** What a form behind a speaker's link begins with: whatever it is told is told in the language of its page. */
export async function openSpeakerForm(request: Request, token: string): Promise<Speaking> {
  const at = await getSpeakingByToken(token)
  answerSpeaker(request, at.person.locale)
  return at
}

/** Headers that keep the language asked for, so that it stays after a form was sent. */
export function keptLanguage(request: Request): { headers: Record<string, string> } {
  const asked = askedLocale(request)
  return { headers: asked ? { 'Set-Cookie': localeCookie(asked) } : {} }
}

function askedLocale(request: Request): Locale | null {
  const asked = new URL(request.url).searchParams.get('lang')
  return isLocale(asked) ? asked : null
}
