import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { moveQuestion } from '#app/features/questions/domain/move-question.server.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { moveSchema } from './question-form.schema.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const form = await readForm(request, moveSchema)
  if (!form.ok) throw new Refusal('form-unreadable', 'invalid')
  const code = params.question ?? ''
  await moveQuestion(ctx, { eventId: event.id, code, up: form.data.to === 'up' })
  return redirect(`/organize/events/${event.slug}/questions#question-${code}`, 303)
}
