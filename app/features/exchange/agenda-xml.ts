import type { LoaderFunctionArgs } from '@remix-run/node'
import { scheduleXml } from './domain/schedule-xml.ts'
import { schedulePage } from './schedule-page.server.ts'

/** The published agenda as schedule.xml. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { schedule, headers, self } = await schedulePage(request, params.event ?? '')
  return new Response(scheduleXml(schedule, self), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', ...headers },
  })
}
