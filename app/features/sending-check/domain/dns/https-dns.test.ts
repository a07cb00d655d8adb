import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { NoAnswer } from './dns.ts'
import { httpsDns } from './https-dns.server.ts'

const answers: Record<string, (answer: ServerResponse) => void> = {}
const server = createServer((request, answer) => {
  const { searchParams } = new URL(request.url ?? '/', 'http://localhost')
  const known = answers[`${searchParams.get('type')} ${searchParams.get('name')}`]
  if (known) known(answer)
  else answer.end(JSON.stringify({ Status: 3 }))
})
const json =
  (Answer: object[], Status = 0) =>
  (answer: ServerResponse) =>
    void answer.end(JSON.stringify({ Status, Answer }))

let dns: ReturnType<typeof httpsDns>
let hasty: ReturnType<typeof httpsDns>
beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  dns = httpsDns(`http://127.0.0.1:${port}/resolve`)
  hasty = httpsDns(`http://127.0.0.1:${port}/resolve`, { timeout: 200 })
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

test('texts come whole, in however many pieces', async () => {
  answers['TXT s1._domainkey.example.org'] = json([
    { type: 5, data: 'elsewhere.example.net.' },
    { type: 16, data: '"v=DKIM1; k=rsa; " "p=MII\\"B"' },
    { type: 16, data: 'v=bare' },
  ])
  expect(await dns.texts('s1._domainkey.example.org')).toEqual(['v=DKIM1; k=rsa; p=MII"B', 'v=bare'])
})

test('hosts of mail in their order, addresses of both kinds, names of an address', async () => {
  answers['MX example.org'] = json([
    { type: 15, data: '20 second.example.org.' },
    { type: 15, data: '10 first.example.org.' },
  ])
  answers['A mail.example.org'] = json([{ type: 1, data: '203.0.113.5' }])
  answers['AAAA mail.example.org'] = json([{ type: 28, data: '2001:db8::5' }])
  answers['PTR 5.113.0.203.in-addr.arpa'] = json([{ type: 12, data: 'mail.example.org.' }])
  expect(await dns.mailHosts('example.org')).toEqual(['first.example.org', 'second.example.org'])
  expect(await dns.addresses('mail.example.org')).toEqual(['203.0.113.5', '2001:db8::5'])
  expect(await dns.names('203.0.113.5')).toEqual(['mail.example.org'])
})

test('a name that is not there is nothing; no answer is something else', async () => {
  expect(await dns.texts('nobody.example.org')).toEqual([])
  answers['TXT broken.example.org'] = json([], 2)
  answers['TXT angry.example.org'] = (answer) => void answer.writeHead(500).end()
  answers['TXT strange.example.org'] = (answer) => void answer.end('<html>')
  answers['TXT silent.example.org'] = () => {}
  await expect(hasty.texts('silent.example.org')).rejects.toBeInstanceOf(NoAnswer)
  for (const name of ['broken', 'angry', 'strange'])
    await expect(dns.texts(`${name}.example.org`), name).rejects.toBeInstanceOf(NoAnswer)
})
