import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { getAnnouncement } from '../domain/announcements.server.ts'
import { testAnnouncement } from '../domain/test-announcement.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'outbox.send')
  const { id } = await getAnnouncement(ctx, event.id, params.announcement ?? '')
  await testAnnouncement(ctx, { eventId: event.id, id })
  return redirect(`/organize/events/${event.slug}/announcements/${id}`, 303)
}
