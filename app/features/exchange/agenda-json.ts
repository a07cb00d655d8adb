import type { LoaderFunctionArgs } from '@remix-run/node'
import { schedulePage } from './schedule-page.server.ts'

/** The published agenda in the schedule JSON of frab, pretalx and the c3voc. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { schedule, headers } = await schedulePage(request, params.event ?? '')
  return new Response(JSON.stringify(schedule), {
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
  })
}
