import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { answerLink } from './attendee-language.server.ts'
import { renewOwnLink } from './domain/links/renew-link.server.ts'

/** Ends the personal link. Whoever presses sees nothing of the new one: it goes by mail. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await visitorContext(request, params)
  await answerLink(request, params.token ?? '')
  await renewOwnLink(ctx, params.token ?? '')
  return redirect('/registrations/mailed?renewed', 303)
}
