import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { savePortrait } from '#app/features/people/domain/save-portrait.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { takeTurn } from '#app/shared/http/rate-limit.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { speakerContext } from './domain/speaking-by-token.server.ts'
import { speakingView } from './speaking-view.server.ts'

/** The speaker's picture, from their own hand. */
export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const ctx = await visitorContext(request, params)
  const { at } = await speakingView(request, token)
  const form = await request.formData().catch(() => null)
  const [file, credit] = [form?.get('portrait'), form?.get('credit')]
  if (!(file instanceof File) || file.size === 0) throw new Refusal('portrait-missing', 'invalid')
  await takeTurn(`speaking:portrait:${at.speaking.id}`, { limit: 20, seconds: 3600 })
  await savePortrait(speakerContext(ctx, at), {
    personId: at.personId,
    eventId: at.event.id,
    image: new Uint8Array(await file.arrayBuffer()),
    credit: typeof credit === 'string' ? credit.trim().slice(0, 200) : '',
  })
  return redirect(`/speaking/${token}?saved=portrait`, 303)
}
