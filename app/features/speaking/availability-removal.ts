import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { removeAvailability } from './domain/own-availability.server.ts'
import { openSpeakerForm } from './speaker-language.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await visitorContext(request, params)
  await openSpeakerForm(request, params.token ?? '')
  await removeAvailability(ctx, params.token ?? '', params.window ?? '')
  return redirect(`/speaking/${params.token}?saved=availability`, 303)
}
