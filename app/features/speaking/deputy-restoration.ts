import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { restoreDeputy } from './domain/restore-deputy.server.ts'
import { openSpeakerForm } from './speaker-language.server.ts'
import { restorationSchema } from './speaking.schema.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await visitorContext(request, params)
  await openSpeakerForm(request, params.token ?? '')
  const form = await readForm(request, restorationSchema)
  if (!form.ok) throw new Refusal('form-unreadable', 'invalid')
  const { change } = form.data
  await restoreDeputy(ctx, params.token ?? '', { sessionId: params.session ?? '', change: Number(change) })
  return redirect(`/speaking/${params.token}?saved=deputy`, 303)
}
