import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test, vi } from 'vitest'
import { testDatabase } from '#tests/database.ts'
import { event } from '#tests/factories/events.ts'
import { createLiveStreams } from './live-streams.server.ts'

await testDatabase()
const { slug } = await event()
const streams = createLiveStreams({ trusts: (_, step) => step === 0, most: { all: 3, ofSource: 2 } })
const server = createServer((req, res) => {
  if (!streams.take(req, res)) res.writeHead(204).end()
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const { port } = server.address() as AddressInfo
afterAll(() => {
  streams.close()
  server.close()
})

async function open(source: string, query = '') {
  const end = new AbortController()
  const answer = await fetch(`http://127.0.0.1:${port}/events/${slug}/live/stream${query}`, {
    headers: { Accept: 'text/event-stream', 'X-Forwarded-For': source },
    signal: end.signal,
  })
  return { answer, status: answer.status, leave: () => end.abort() }
}

test('one source has only its share of the streams, and its place again when it leaves', async () => {
  const first = await open('192.0.2.1')
  const second = await open('192.0.2.1')
  expect([first.status, second.status]).toEqual([200, 200])
  const third = await open('192.0.2.1')
  expect(third.status).toBe(429)
  expect(Number(third.answer.headers.get('Retry-After'))).toBeGreaterThan(0)
  // A source cannot make up another: only the nearest proxy is believed.
  expect((await open('198.51.100.7, 192.0.2.1')).status).toBe(429)
  const other = await open('192.0.2.2')
  expect(other.status).toBe(200)
  const late = await open('192.0.2.3')
  expect(late.status).toBe(503)
  expect(Number(late.answer.headers.get('Retry-After'))).toBeGreaterThan(0)
  first.leave()
  const again = await vi.waitFor(async () => {
    const stream = await open('192.0.2.1')
    expect(stream.status).toBe(200)
    return stream
  })
  for (const stream of [second, other, again]) stream.leave()
})

test('a page that is asked for anew is told the revision alone', async () => {
  const { answer, leave } = await vi.waitFor(async () => {
    const stream = await open('192.0.2.9', '?revisions')
    expect(stream.status).toBe(200)
    return stream
  })
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    text += part.value
    if (text.endsWith('id: 0\ndata: 0\n\n')) break
  }
  expect(text).toMatch(/^retry: 1000\n\nevent: clock\ndata: \d+\n\nid: 0\ndata: 0\n\n$/)
  leave()
})
