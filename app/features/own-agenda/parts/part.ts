import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { answerLink } from '#app/features/registration/attendee-language.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { takePart } from '../domain/parts/take-part.server.ts'
import { partSchema } from './part.schema.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await visitorContext(request, params)
  const { token = '', event: part = '' } = params
  await answerLink(request, token)
  const form = await readForm(request, partSchema)
  if (!form.ok) throw new Refusal('form-unreadable', 'invalid')
  const answer = await takePart(ctx, token, { part, ...form.data })
  const done = answer === 'link-mailed' ? '?mailed=1' : ''
  return redirect(`/registrations/${token}/places${done}#part-${part}`, 303)
}
