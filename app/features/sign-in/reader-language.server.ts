import { localeCookie } from '#app/shared/http/cookies.server.ts'
import { answerIn } from '#app/shared/http/request-store.server.ts'
import { isLocale } from '#app/shared/vocabulary.ts'

/** Answers in the language that `?lang=` asks for and remembers it; these addresses carry no language of their own. */
export function readerLanguage(request: Request): { headers: Record<string, string> } {
  const asked = new URL(request.url).searchParams.get('lang')
  if (!isLocale(asked)) return { headers: {} }
  answerIn(asked)
  return { headers: { 'Set-Cookie': localeCookie(asked) } }
}
