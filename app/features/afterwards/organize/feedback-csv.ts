import type { LoaderFunctionArgs } from '@remix-run/node'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { m } from '#app/paraglide/messages.js'
import { csvLines } from '#app/shared/files/csv-text.server.ts'
import { fileHeaders } from '#app/shared/files/file-headers.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { plainClock } from '#app/shared/time/zone-clock.ts'
import { feedbackFigures } from '../domain/feedback-figures.ts'
import { exportFeedback, listFeedbackCounts } from '../domain/given-feedback.server.ts'
import { satisfactionWord } from '../satisfaction-labels.ts'

/** Every answer as a line, without names; the category only where the page tells it apart. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'registrations.manage')
  const said = { locale: ctx.locale }
  const told = new Set(
    feedbackFigures(await listFeedbackCounts(ctx, event.id)).groups.map((one) => one.categoryId),
  )
  const header = [
    m['afterwards.desk.level']({}, said),
    m['afterwards.desk.in-words']({}, said),
    m['registration.list.category']({}, said),
    m['afterwards.feedback.best']({}, said),
    m['afterwards.feedback.better']({}, said),
  ]
  const rows = (await exportFeedback(ctx, event.id)).map((row) => [
    String(row.satisfaction),
    satisfactionWord(row.satisfaction, ctx.locale),
    told.has(row.categoryId) ? textIn(row.category, ctx.locale) : '',
    row.best,
    row.better,
  ])
  const name = `${event.slug}-feedback-${plainClock(ctx.now, event.timeZone).slice(0, 10)}.csv`
  return new Response(`\uFEFF${csvLines([header, ...rows])}`, {
    headers: fileHeaders(name, 'text/csv; charset=utf-8'),
  })
}
