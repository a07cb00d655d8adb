import type { LoaderFunctionArgs } from '@remix-run/node'
import { attendanceEntry } from '#app/features/calendar/domain/attendance-entry.ts'
import { personalCalendar } from '#app/features/calendar/domain/invitation-calendar.ts'
import { Refusal } from '#app/shared/errors.ts'
import { absolute } from '#app/shared/pages/page-head.server.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { attendeeView } from './attendee-view.server.ts'

/** "Add to calendar": the attendee's entry as a file, the same one that the invitation carries. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page, view } = await attendeeView(request, params.token ?? '')
  const { event, venue, invitation } = page
  if (!invitation) throw new Refusal('calendar-none', 'missing')
  const isOver = invitation.cancelledAt !== null || event.cancelledAt !== null
  const attendance = {
    event,
    venue,
    invitation,
    status: isOver ? ('cancelled' as const) : ('confirmed' as const),
    eventUrl: event.publishedAt ? absolute(publicPath.event(view.locale, event.slug)) : undefined,
    personalUrl: absolute(`/registrations/${view.token}`),
  }
  return new Response(personalCalendar(attendanceEntry(attendance, view.locale)), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH',
      'Content-Disposition': `attachment; filename="${event.slug}.ics"`,
    },
  })
}
