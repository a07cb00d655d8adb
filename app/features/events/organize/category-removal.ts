import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { removeCategory } from '#app/features/events/domain/remove-category.server.ts'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { eventFrame } from './event-frame.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event } = await eventFrame(ctx, params.event ?? '', 'event.edit')
  await removeCategory(ctx, { eventId: event.id, categoryId: params.category ?? '' })
  return redirect(`/organize/events/${event.slug}/categories`, 303)
}
