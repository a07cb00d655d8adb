import { answerIn } from '#app/shared/http/request-store.server.ts'
import { isLocale, type Locale } from '#app/shared/vocabulary.ts'

/** Answers in the language that is asked for, else in the one in which the contact is written to. */
export function answerContact(request: Request, contact: { locale: Locale } | null): void {
  const asked = new URL(request.url).searchParams.get('lang')
  if (isLocale(asked)) answerIn(asked)
  else if (contact) answerIn(contact.locale)
}
