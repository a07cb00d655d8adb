import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { renewOwnSpeakingLink } from './domain/renew-own-link.server.ts'
import { openSpeakerForm } from './speaker-language.server.ts'

/** Ends the link of whoever presses. Nobody sees the new one here: it goes by mail. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await visitorContext(request, params)
  await openSpeakerForm(request, params.token ?? '')
  await renewOwnSpeakingLink(ctx, params.token ?? '')
  return redirect('/registrations/mailed?renewed', 303)
}
