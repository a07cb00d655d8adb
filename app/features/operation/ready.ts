import { Refusal } from '#app/shared/errors.ts'
import { isDatabaseReady } from './domain/readiness.server.ts'

/** The process can do its work: the database answers, and is migrated. Without it the answer is 503. */
export async function loader() {
  if (!(await isDatabaseReady())) throw new Refusal('unavailable', 'unavailable', { retryAfter: 5 })
  return new Response('ready\n', { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
