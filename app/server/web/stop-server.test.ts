import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, test } from 'vitest'
import { askOn } from '#tests/kept-client.ts'
import { drainable, stopServer } from './stop-server.ts'

const wait = { grace: 300, patience: 5000 }

async function serving() {
  const server = drainable(
    createServer((req, res) => {
      if (req.url === '/late') setTimeout(() => res.end('late'), 50)
      else res.end('at once')
    }),
  )
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, port: (server.address() as AddressInfo).port }
}

test('clients that keep their connection are told the last answer, none is cut', async () => {
  const { server, port } = await serving()
  let answers = 0
  const clients = Array.from({ length: 24 }, (_, at) =>
    askOn(port, at % 2 ? '/late' : '/', () => {
      answers += 1
    }),
  )
  await expect.poll(() => answers).toBeGreaterThan(200)
  const stopped = stopServer(server, wait)
  expect(await Promise.all(clients)).toEqual(Array(24).fill('told'))
  await stopped
})

test('idle connections are closed, those that never asked among them', async () => {
  const { server, port } = await serving()
  const [asked, silent] = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')]
  asked.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  await Promise.all([once(asked, 'data'), once(silent, 'connect')])
  const ends = [asked, silent].map((socket) => once(socket.resume(), 'end'))
  await stopServer(server, wait)
  await Promise.all(ends)
})
