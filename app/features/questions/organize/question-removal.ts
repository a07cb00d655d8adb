import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { getQuestion } from '#app/features/questions/domain/questions.server.ts'
import { removeQuestion } from '#app/features/questions/domain/remove-question.server.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const { code, label } = await getQuestion(event.id, params.question ?? '')
  await performAct(ctx, {
    act: { eventId: event.id, verb: 'question.removed', subjectName: textIn(label, ctx.locale) },
    answered: unasked,
    work: () => removeQuestion(ctx, { eventId: event.id, code }),
  })
  return redirect(`/organize/events/${event.slug}/questions`, 303)
}
