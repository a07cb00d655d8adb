import { Refusal } from '#app/shared/errors.ts'
import { requestStore } from '#app/shared/http/request-store.server.ts'
import { findOutboxCounts } from './domain/outbox-counts.server.ts'
import { metricsText } from './metrics-text.server.ts'

/** Metrics for a collector on this machine; for everybody else, and through any proxy, nothing is here. */
export async function loader() {
  if (!requestStore().isOnThisMachine) throw new Refusal('missing', 'missing')
  const text = metricsText(await findOutboxCounts())
  return new Response(text, { headers: { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' } })
}
