import { findOutage } from './domain/readiness.server.ts'

/** The process can do its work: the database answers, is migrated and takes writes. Else 503, with what is in the way. */
export async function loader() {
  const outage = await findOutage()
  if (!outage) return new Response('ready\n', { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
  return Response.json({ ready: false, reason: outage }, { status: 503, headers: { 'Retry-After': '5' } })
}
