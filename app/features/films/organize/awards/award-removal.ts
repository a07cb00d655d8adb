import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { getAward } from '../../domain/awards/awards.server.ts'
import { removeAward } from '../../domain/awards/save-award.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const { id, name } = await getAward(event.id, params.award ?? '')
  await performAct(ctx, {
    act: { eventId: event.id, verb: 'award.removed', subjectName: textIn(name, ctx.locale) },
    answered: unasked,
    work: () => removeAward(ctx, { eventId: event.id, awardId: id }),
  })
  return redirect(`/organize/events/${event.slug}/films/awards`, 303)
}
