import { Refusal } from '#app/shared/errors.ts'
import { isDatabaseAway } from '#app/shared/http/refusals.server.ts'
import { requestStore } from '#app/shared/http/request-store.server.ts'
import { findOutboxCounts } from './domain/outbox-counts.server.ts'
import { metricsText } from './metrics-text.server.ts'

/** Metrics for a collector on this machine; for everybody else, and through any proxy, nothing is here. */
export async function loader() {
  if (!requestStore().isOnThisMachine) throw new Refusal('missing', 'missing')
  const mails = await findOutboxCounts().catch((error: unknown) => {
    // What this process does is worth knowing just when the database is away.
    if (isDatabaseAway(error)) return null
    throw error
  })
  const text = metricsText(mails)
  return new Response(text, { headers: { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' } })
}
