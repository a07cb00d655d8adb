import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { getBytes } from './requests.ts'

type Place = { port: number; slug: string; from: string }

/** A client of an event's stream; says the revision of each state it hears, and is open when it has heard the first. */
export async function openStream(
  { port, slug, from }: Place,
  heard: (revision: number) => void = () => {},
): Promise<Socket> {
  const socket = connect(port, '127.0.0.1').setNoDelay()
  socket.write(
    getBytes(port, `/events/${slug}/live/stream?revisions`, {
      Accept: 'text/event-stream',
      'X-Forwarded-For': from,
    }),
  )
  let rest = ''
  const first = new Promise<void>((resolve, reject) => {
    socket.on('error', reject)
    socket.on('close', () => reject(new Error(`A stream of ${slug} ended.`)))
    socket.on('data', (part: Buffer) => {
      const text = rest + part.toString('latin1')
      rest = text.slice(text.lastIndexOf('\n'))
      for (const [, revision] of text.matchAll(/\nid: (\d+)\n/g)) {
        heard(Number(revision))
        resolve()
      }
    })
  })
  await once(socket, 'connect')
  await first
  return socket
}

export type Screen = {
  /** The moments when the stream has told a revision, and when the page that shows it was there. */
  reached: (revision: number) => Promise<{ told: number; shown: number }>
  close: () => void
}

/** A screen as `public/live.js` makes it of a page: what is shown is asked for anew at each change it hears of. */
export async function openScreen(place: Place, path: string): Promise<Screen> {
  const waiting: {
    revision: number
    told: number
    done: (shown: number) => void
    fail: (error: unknown) => void
  }[] = []
  let newest = 0
  let fetching = false
  const renew = async () => {
    if (fetching) return
    fetching = true
    for (let shown = -1; shown < newest; ) {
      if (shown >= 0) await sleep(300 + Math.random() * 300)
      shown = await askPage(place, path)
      for (const one of [...waiting]) if (one.told > 0 && one.revision <= shown) one.done(performance.now())
    }
    fetching = false
  }
  const hear = (revision: number) => {
    newest = Math.max(newest, revision)
    for (const one of waiting) if (one.told === 0 && one.revision <= revision) one.told = performance.now()
    renew().catch((error) => {
      for (const one of waiting) one.fail(error)
    })
  }
  const socket = await openStream(place, hear)
  return {
    reached: (revision) =>
      new Promise((resolve, fail) => {
        const one = {
          revision,
          told: 0,
          fail,
          done: (shown: number) => {
            waiting.splice(waiting.indexOf(one), 1)
            resolve({ told: one.told, shown })
          },
        }
        waiting.push(one)
      }),
    close: () => socket.destroy(),
  }
}

/** The revision that a screen's page shows. */
async function askPage({ port, from }: Place, path: string): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { 'X-Forwarded-For': from } })
  const page = await answer.text()
  const revision = /data-live-revision="(\d+)"/.exec(page)?.[1]
  if (answer.status !== 200 || !revision) throw new Error(`${path} answers ${answer.status}.`)
  return Number(revision)
}
