import type { LoaderFunctionArgs } from '@remix-run/node'
import { listCategories } from '#app/features/events/domain/organized-events.server.ts'
import { listEverAsked } from '#app/features/questions/domain/questions.server.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { env } from '#app/shared/env.server.ts'
import { plainClock } from '#app/shared/time/zone-clock.ts'
import { chosenIn, filterOf } from '../registration-filter.ts'
import { exportSheet } from './export-sheet.ts'

/** What both downloads begin with: who asks, the event, the list's filter, and the sheet in the reader's language. */
export async function askedExport({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'registrations.manage')
  const [categories, questions] = await Promise.all([listCategories(event.id), listEverAsked(event.id)])
  const asked = new URL(request.url).searchParams
  const filter = { ...filterOf(asked, categories), ids: chosenIn(asked) }
  const day = plainClock(ctx.now, event.timeZone).slice(0, 10)
  const name = `${event.slug}-registrations-${day}`
  const address = `${env().APP_URL}/organize/events/${event.slug}/registrations`
  const sheet = exportSheet(ctx.locale, { timeZone: event.timeZone, questions, address })
  return { ctx, event, filter, name, sheet }
}
