import { request } from 'node:http'
import { load } from './load.ts'
import { type Finding, milliseconds } from './measure.ts'
import { memoryOf } from './processes.ts'
import { getBytes, repeated } from './requests.ts'
import { fill } from './rows.ts'
import { openStage, signIn } from './stage.ts'
import type { World } from './world.ts'

const atOnce = 20
const guests = 50_000
const crowd = 100

/** Twenty exports of a large event at once: what they hold in memory, and what other pages feel of it. */
export async function measureExports({ web, sql }: World): Promise<Finding[]> {
  const stage = await openStage()
  await fill(sql, stage, guests)
  const cookie = await signIn()
  const path = `/organize/events/${stage.slug}/registrations.csv`
  const others = getBytes(web.port, '/organize/events', { Cookie: cookie })
  const ask = (bytes: Buffer, count: number, clients: number) =>
    load({ port: web.port, clients, next: repeated(bytes, count) })
  await ask(others, 20, 1)
  await take(web.port, path, cookie)
  const before = memoryOf(web.child)
  let most = before
  const running = { over: false }
  const watching = setInterval(() => {
    most = Math.max(most, memoryOf(web.child))
  }, 50)
  const exports = Promise.all(Array.from({ length: atOnce }, () => take(web.port, path, cookie)))
  const ended = exports.finally(() => {
    running.over = true
    clearInterval(watching)
  })
  const next = () => (running.over ? null : others)
  const [reading, sizes] = await Promise.all([load({ port: web.port, clients: 1, next, pause: 20 }), ended])
  if (new Set(sizes).size !== 1)
    throw new Error(`The exports differ: ${[...new Set(sizes)].join(', ')} bytes.`)
  const more = most - before
  return [
    {
      what: `memory of ${atOnce} exports of ${guests.toLocaleString('en')} guests at once`,
      result: `${Math.round(more)} MB more`,
      target: '≤ 100 MB',
      met: more <= 100,
      raw: { before, most, bytes: sizes[0] ?? 0 },
    },
    {
      what: 'another page meanwhile, 95th percentile',
      result: `${milliseconds(reading.p95)}, of ${reading.answers} answers`,
      target: '≤ 1 s',
      met: reading.p95 <= 1000,
      raw: { p95: reading.p95, p50: reading.p50 },
    },
  ]
}

/** The registering form, asked for by a hundred at once. */
export async function measureForm({ web }: World): Promise<Finding[]> {
  const stage = await openStage()
  const bytes = getBytes(web.port, `/vi/events/${stage.slug}/register`)
  const ask = () => load({ port: web.port, clients: crowd, next: repeated(bytes, 2000) })
  await ask()
  const { p50, p95, rate } = await ask()
  return [
    {
      what: `registering form, ${crowd} at once, median`,
      result: `${milliseconds(p50)}, 95th percentile ${milliseconds(p95)}, ${Math.round(rate)}/s`,
      target: '≤ 300 ms',
      met: p50 <= 300,
      raw: { p50, p95, rate },
    },
  ]
}

/** How many bytes an answer has; they are read and thrown away. */
function take(port: number, path: string, cookie: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, path, headers: { Cookie: cookie } }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${path} answers ${answer.statusCode}`))
      let bytes = 0
      answer.on('data', (part: Buffer) => {
        bytes += part.length
      })
      answer.on('end', () => resolve(bytes)).on('error', reject)
    })
    asked.on('error', reject).end()
  })
}
