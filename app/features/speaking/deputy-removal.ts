import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { withdrawDeputy } from './domain/withdraw-deputy.server.ts'
import { openSpeakerForm } from './speaker-language.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await visitorContext(request, params)
  await openSpeakerForm(request, params.token ?? '')
  const session = params.session ?? ''
  const change = await withdrawDeputy(ctx, params.token ?? '', session)
  const done = new URLSearchParams({ saved: 'deputy-back', change: String(change), session })
  return redirect(`/speaking/${params.token}?${done}`, 303)
}
