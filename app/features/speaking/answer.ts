import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { answerInvitation } from './domain/answer-invitation.server.ts'
import { answerSchema } from './speaking.schema.ts'
import { speakingView } from './speaking-view.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const ctx = await visitorContext(request, params)
  const form = await readForm(request, answerSchema)
  // For the language of a refusal.
  await speakingView(request, token)
  if (!form.ok) throw new Refusal('answer-missing', 'invalid')
  await answerInvitation(ctx, token, { sessionId: params.session ?? '', ...form.data })
  return redirect(`/speaking/${token}?saved=answer`, 303)
}
