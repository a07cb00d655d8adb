import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { removeSlides } from '../domain/remove-slides.server.ts'
import { openSpeakerForm } from '../speaker-language.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await visitorContext(request, params)
  await openSpeakerForm(request, params.token ?? '')
  await removeSlides(ctx, params.token ?? '', params.slides ?? '')
  return redirect(`/speaking/${params.token}?saved=slides`, 303)
}
