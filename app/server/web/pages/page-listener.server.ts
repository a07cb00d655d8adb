import postgres from 'postgres'
import { log } from '#app/shared/http/log.server.ts'
import { pageChannel } from '#app/shared/pages/page-changes.server.ts'

type Hooks = { onChange: (tags: string[]) => void; onHearing: (hears: boolean) => void }
type InternalOptions = postgres.Options<Record<string, never>> & {
  onnotify: (channel: string, payload: string) => void
}

const heartbeat = 10_000
const patience = 5_000

/**
 * Hears what changes, in this process and in others, on a connection of its own. Tells at once when the connection is
 * lost, and comes back by itself; a beat finds the connection that is dead without saying so.
 */
export function listenForPageChanges(url: string, hooks: Hooks, beat = heartbeat) {
  let closing = false
  let wake = () => {}
  let first = () => {}
  const started = new Promise<void>((resolve) => {
    first = resolve
  })

  async function listenOnce(): Promise<void> {
    let lost = () => {}
    const loss = new Promise<void>((resolve) => {
      lost = resolve
    })
    const options: InternalOptions = {
      max: 1,
      idle_timeout: 0,
      max_lifetime: null,
      fetch_types: false,
      connect_timeout: patience / 1000,
      onnotice: () => {},
      onclose: () => lost(),
      onnotify: (_channel, payload) => hooks.onChange(payload.split(' ')),
      connection: { application_name: 'ban-tron pages' },
    }
    const client = postgres(url, options)
    wake = lost
    try {
      await client.unsafe(`listen ${pageChannel}`)
      hooks.onHearing(true)
      first()
      while (!closing && (await Promise.race([loss.then(() => false), pause(beat).then(() => true)]))) {
        await within(client`select 1`, patience)
      }
    } finally {
      hooks.onHearing(false)
      await client.end({ timeout: 1 }).catch(() => {})
    }
  }

  const running = (async () => {
    for (let failures = 0; !closing; failures++) {
      try {
        await listenOnce()
        failures = -1
      } catch (err) {
        if (failures === 0) log().warn({ err }, 'page changes are not heard')
      }
      first()
      if (!closing) await pause(Math.min(250 * 2 ** failures, 5000))
    }
  })()

  return {
    started,
    close: async () => {
      closing = true
      wake()
      await running
    },
  }
}

function pause(ms: number) {
  return new Promise<void>((resolve) => setTimeout(resolve, ms).unref())
}

function within<T>(work: Promise<T>, ms: number): Promise<T> {
  const late = pause(ms).then(() => Promise.reject(new Error('the database did not answer in time')))
  return Promise.race([work, late])
}
