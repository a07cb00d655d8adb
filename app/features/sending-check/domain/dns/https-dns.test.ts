import { delay, HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { NoAnswer } from './dns.ts'
import { httpsDns } from './https-dns.server.ts'

const resolver = 'https://dns.example.org/resolve'
type Answer = () => Response | Promise<Response>
const answers: Record<string, Answer> = {}
const asked: string[] = []
const world = setupServer(
  http.get(resolver, ({ request }) => {
    const { searchParams } = new URL(request.url)
    const question = `${searchParams.get('type')} ${searchParams.get('name')}`
    asked.push(`${question}, ${request.headers.get('accept')}`)
    return answers[question]?.() ?? HttpResponse.json({ Status: 3 })
  }),
)
const json =
  (Answer: object[], Status = 0): Answer =>
  () =>
    HttpResponse.json({ Status, Answer })

const dns = httpsDns(resolver)
const hasty = httpsDns(resolver, { timeout: 200 })
// Whatever else asks outwards is a fault of the test.
beforeAll(() => world.listen({ onUnhandledRequest: 'error' }))
afterAll(() => world.close())

test('texts come whole, in however many pieces', async () => {
  answers['TXT s1._domainkey.example.org'] = json([
    { type: 5, data: 'elsewhere.example.net.' },
    { type: 16, data: '"v=DKIM1; k=rsa; " "p=MII\\"B"' },
    { type: 16, data: 'v=bare' },
  ])
  expect(await dns.texts('s1._domainkey.example.org')).toEqual(['v=DKIM1; k=rsa; p=MII"B', 'v=bare'])
  expect(asked).toEqual(['TXT s1._domainkey.example.org, application/dns-json'])
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
  answers['TXT angry.example.org'] = () => new HttpResponse(null, { status: 500 })
  answers['TXT strange.example.org'] = () => HttpResponse.html('<html>')
  answers['TXT silent.example.org'] = async () => {
    await delay('infinite')
    return HttpResponse.json({ Status: 0 })
  }
  answers['TXT elsewhere.example.org'] = () => HttpResponse.redirect('https://other.example.org/resolve')
  answers['TXT away.example.org'] = () => HttpResponse.error()
  await expect(hasty.texts('silent.example.org')).rejects.toBeInstanceOf(NoAnswer)
  for (const name of ['broken', 'angry', 'strange', 'elsewhere', 'away'])
    await expect(dns.texts(`${name}.example.org`), name).rejects.toBeInstanceOf(NoAnswer)
})
