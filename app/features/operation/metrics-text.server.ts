import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks'
import { counters } from '#app/shared/http/counters.server.ts'

const held = globalThis as { banTronLag?: IntervalHistogram }

/** The state of this process and of the outbox, as Prometheus reads it. */
export function metricsText(mails: Record<string, number> | null): string {
  const { kept, unchanged, rendered, statuses, keptBytes } = counters()
  const { rss, heapUsed } = process.memoryUsage()
  return [
    ...metric('ban_tron_requests_total', 'counter', [
      ['answered="kept"', kept],
      ['answered="rendered"', rendered],
    ]),
    ...metric('ban_tron_not_modified_total', 'counter', [['', unchanged]]),
    ...metric(
      'ban_tron_rendered_answers_total',
      'counter',
      [...statuses].map(([status, count]) => [`status="${status}"`, count]),
    ),
    ...metric('ban_tron_kept_pages_bytes', 'gauge', [['', keptBytes]]),
    ...metric('ban_tron_database_up', 'gauge', [['', mails ? 1 : 0]]),
    ...metric(
      'ban_tron_outbox_mails',
      'gauge',
      Object.entries(mails ?? {}).map(([state, count]) => [`state="${state}"`, count]),
    ),
    ...metric('ban_tron_event_loop_lag_seconds', 'gauge', lag()),
    ...metric('process_resident_memory_bytes', 'gauge', [['', rss]]),
    ...metric('nodejs_heap_used_bytes', 'gauge', [['', heapUsed]]),
    ...metric('process_uptime_seconds', 'gauge', [['', Math.round(process.uptime())]]),
    '',
  ].join('\n')
}

function metric(name: string, type: string, values: [labels: string, value: number][]): string[] {
  return [
    `# TYPE ${name} ${type}`,
    ...values.map(([labels, value]) => `${name}${labels && `{${labels}}`} ${value}`),
  ]
}

// Measured from one reading to the next; the first reading starts it.
function lag(): [string, number][] {
  if (!held.banTronLag) {
    held.banTronLag = monitorEventLoopDelay({ resolution: 20 })
    held.banTronLag.enable()
    return [['quantile="0.5"', 0]]
  }
  const seconds = (percentile: number) =>
    Math.max(0, (held.banTronLag?.percentile(percentile) ?? 0) / 1e9 - 0.02)
  const values: [string, number][] = [
    ['quantile="0.5"', seconds(50)],
    ['quantile="0.99"', seconds(99)],
  ]
  held.banTronLag.reset()
  return values
}
