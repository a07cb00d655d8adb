import type { LoaderFunctionArgs } from '@remix-run/node'
import { placeText } from '#app/features/calendar/domain/attendance-entry.ts'
import { listHosts } from '#app/features/organizations/domain/organizations.server.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { clockPlace, formatRange } from '#app/shared/time/format.ts'
import { getLink } from '../domain/links.server.ts'

/** The sheet to hang up for one link, in the language of its page or else of whoever prints it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const link = await getLink(ctx, event.id, params.link ?? '')
  const locale = link.locale ?? ctx.locale
  const { title, startsAt, endsAt, timeZone, venue } = event
  const hosts = await listHosts(event.id)
  // Loaded with the first one: the drawing of documents is large.
  const { posterPdf } = await import('../poster.server.tsx')
  const city = clockPlace(textIn(venue?.city, locale), timeZone, locale)
  const file = await posterPdf({
    code: link.code,
    accent: event.accent,
    locale,
    title: textIn(title, locale),
    hosts: hosts.map(({ name }) => textIn(name, locale)).join(' · '),
    when: formatRange(startsAt, endsAt, timeZone, locale, city),
    place: venue ? placeText(venue, locale) : '',
  })
  return new Response(new Uint8Array(file), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Language': locale,
      'Content-Disposition': `inline; filename="${event.slug}-${link.code}.pdf"`,
    },
  })
}
