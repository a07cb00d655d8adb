import type { LoaderFunctionArgs } from '@remix-run/node'
import { attendeeView } from '#app/features/registration/attendee-view.server.ts'
import { Refusal } from '#app/shared/errors.ts'

/** The ticket as one page to keep or print; only whoever has a seat has one. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page, view } = await attendeeView(request, params.token ?? '')
  if (page.registration.state !== 'confirmed' || page.event.cancelledAt)
    throw new Refusal('ticket-none', 'missing')
  // Loaded with the first one: the drawing of documents is large.
  const { ticketPdf } = await import('./ticket-document.server.tsx')
  const file = await ticketPdf(page, view.locale)
  return new Response(new Uint8Array(file), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Language': view.locale,
      'Content-Disposition': `inline; filename="${page.event.slug}-ticket.pdf"`,
    },
  })
}
