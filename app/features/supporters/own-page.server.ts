import type { Params } from '@remix-run/react'
import { answerIn } from '#app/shared/http/request-store.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { isLocale, type Locale } from '#app/shared/vocabulary.ts'
import { readJoiningToken, readSupportingToken } from './domain/supporter-links.server.ts'
import { findSupporterPage } from './domain/supporter-page.server.ts'

/** The page of a supporter by their own link, and who asks; in the language that is asked for, else in theirs. */
export async function ownPage(request: Request, params: Params) {
  return pageBy(request, params, readSupportingToken(params.token ?? ''))
}

/** The same by the link that confirms. */
export async function askedPage(request: Request, params: Params) {
  return pageBy(request, params, readJoiningToken(params.token ?? ''))
}

async function pageBy(request: Request, params: Params, id: string | null) {
  const found = id ? await findSupporterPage(id, new Date()) : null
  answerSupporter(request, found?.supporter.locale ?? null)
  // After the language is known: in it the words are read.
  return { ctx: await visitorContext(request, params), found, token: params.token ?? '' }
}

export function answerSupporter(request: Request, locale: Locale | null): void {
  const asked = new URL(request.url).searchParams.get('lang')
  if (isLocale(asked)) answerIn(asked)
  else if (locale) answerIn(locale)
}
