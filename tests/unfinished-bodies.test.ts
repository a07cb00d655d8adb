import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bodyRule } from '#app/server/web/edge/body-rules.ts'
import { addressIn } from './access/addresses.ts'
import { routeMap as routes } from './access/route-map.ts'
import { rules } from './access/rules.ts'
import { type World, world } from './access/worlds.ts'
import { send } from './requests.ts'
import { runningApp } from './running-app.ts'

const megabyte = 1024 * 1024
const app = await runningApp({ env: { WORKER: 'off', INBOUND_SECRET: 'a-secret-of-the-mail-host' } })
const sockets: Socket[] = []
let own: World
beforeAll(async () => {
  own = await world()
})
afterAll(() => {
  for (const socket of sockets) socket.destroy()
})

const multipart = 'multipart/form-data; boundary=x'
const form = 'application/x-www-form-urlencoded'

/** Begins a post that never ends: `sent` of the bytes that it announces, as far as they are taken. */
async function begin(path: string, options: { announced: number; sent: number; headers?: string[] }) {
  const { announced, sent, headers = [`Content-Type: ${multipart}`] } = options
  const socket = connect(app.port, '127.0.0.1')
  socket.setMaxListeners(0)
  sockets.push(socket)
  const answer = { text: '' }
  socket.on('data', (part) => {
    answer.text += part.toString('latin1')
  })
  socket.on('error', () => {})
  await once(socket, 'connect')
  const head = [`POST ${path} HTTP/1.1`, 'Host: x', `Content-Length: ${announced}`, ...headers]
  socket.write(`${head.join('\r\n')}\r\n\r\n`)
  for (let left = sent; left > 0 && !socket.destroyed; left -= megabyte) {
    const isTaken = socket.write(Buffer.alloc(Math.min(left, megabyte), 'a'))
    if (isTaken) continue
    // Whoever is refused, or too slow, is cut off: that is no fault here.
    await new Promise<void>((resolve) => {
      for (const event of ['drain', 'close', 'data']) socket.once(event, () => resolve())
    })
    if (answer.text) break
  }
  return { socket, answer }
}

async function memory(): Promise<number> {
  const { text } = await send(app, '/metrics')
  return Number(/^process_resident_memory_bytes (\d+)/m.exec(text)?.[1]) / megabyte
}

it('asks who sends a large body before it is received', async () => {
  const large = routes.filter(({ path = '' }) => {
    const { isLate } = bodyRule(addressIn(path, own.params))
    return isLate && rules[path]?.post !== undefined
  })
  expect(large.length).toBeGreaterThan(6)
  for (const { path = '' } of large) {
    const strangers = addressIn(path, { ...own.params, token: 'A'.repeat(43), speaking: 'A'.repeat(43) })
    const { socket, answer } = await begin(strangers, { announced: megabyte, sent: 0 })
    await expect.poll(() => answer.text, { message: path }).toMatch(/^HTTP\/1.1 (302|403|404) /)
    socket.destroy()
  }
})

it('refuses a type that nothing takes, and too much, before the body', async () => {
  const page = '/vi/events/friends-roundtable/register'
  const json = await begin(page, { announced: 9, sent: 0, headers: ['Content-Type: application/json'] })
  await expect.poll(() => json.answer.text).toMatch(/^HTTP\/1.1 415 /)
  const much = await begin(page, { announced: 2 * megabyte, sent: 0, headers: [`Content-Type: ${form}`] })
  await expect.poll(() => much.answer.text).toMatch(/^HTTP\/1.1 413 /)
})

it('stays small under senders who never finish, and serves everybody else', async () => {
  const before = await memory()
  const cookie = await own.cookieOf('admin')
  const pictures = addressIn('organize/events/:event/recap/pictures', own.params)
  const strangers = addressIn('speaking/:token/slides', { ...own.params, speaking: 'A'.repeat(43) })
  const register = '/vi/events/friends-roundtable/register'
  const large = { announced: 25 * megabyte, sent: 20 * megabyte }
  await Promise.all([
    ...Array.from({ length: 20 }, () =>
      begin(pictures, { ...large, headers: [`Content-Type: ${multipart}`, `Cookie: ${cookie}`] }),
    ),
    ...Array.from({ length: 20 }, () => begin(pictures, large)),
    ...Array.from({ length: 20 }, () => begin(strangers, large)),
    ...Array.from({ length: 200 }, () =>
      begin(register, { announced: megabyte, sent: 900_000, headers: [`Content-Type: ${form}`] }),
    ),
  ])
  const during = await memory()
  expect(during).toBeLessThan(512)
  expect(during - before).toBeLessThan(200)
  const page = await send(app, '/vi')
  const posted = await send(app, register, { form: { name: '' } })
  expect([page.status, posted.status]).toEqual([200, 400])
})
