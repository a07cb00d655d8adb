import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { removeCover } from '../domain/cover.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  await performAct(ctx, {
    act: { eventId: event.id, verb: 'cover.removed' },
    answered: unasked,
    work: () => removeCover(ctx, { eventId: event.id }),
  })
  return redirect(`/organize/events/${event.slug}/cover`, 303)
}
