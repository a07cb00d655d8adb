import { redirect } from '@remix-run/node'
import type { Params } from '@remix-run/react'
import { Refusal } from '#app/shared/errors.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { answerIntroduction } from './domain/introductions/answer-introduction.server.ts'
import { readIntroductionToken } from './domain/supporter-links.server.ts'
import { introductionPath } from './domain/supporter-paths.ts'

/** One of the two buttons, pressed by the one whom the link is for. */
export async function answeredIntroduction(
  request: Request,
  params: Params,
  agrees: boolean,
): Promise<Response> {
  const ctx = await visitorContext(request, params)
  const token = params.token ?? ''
  const named = readIntroductionToken(token)
  if (!named) throw new Refusal('link-unknown', 'missing')
  await answerIntroduction(ctx, { ...named, agrees })
  return redirect(introductionPath(token), 303)
}
