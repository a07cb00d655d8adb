import { describe, expect, test } from 'vitest'
import { base, register, site, statusOf, urlencoded } from '../small-site.fixture.ts'

describe('what stands before Remix', () => {
  test.each([
    ['a page that names the host it came to', () => ({ Origin: base }), 403],
    ['our own machine by another name', () => ({ Origin: 'http://127.0.0.1:3000' }), 200],
    ['our own page by APP_URL', () => ({ Origin: 'http://localhost:3000' }), 200],
    ['no browser', () => ({}), 200],
    ['another site', () => ({ Origin: 'https://evil.example' }), 403],
    [
      'another site that says it is us by a forwarded host',
      () => ({ Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example' }),
      403,
    ],
    ['a hidden origin', () => ({ Origin: 'null' }), 403],
    [
      'a hidden origin that the browser vouches for',
      () => ({ Origin: 'null', 'Sec-Fetch-Site': 'same-origin' }),
      200,
    ],
    ['a cross-site post', () => ({ 'Sec-Fetch-Site': 'cross-site' }), 403],
    ['a same-site post', () => ({ 'Sec-Fetch-Site': 'same-site', Origin: 'http://localhost:3000' }), 403],
  ])('a form from %s', async (_, headers, status) => {
    expect((await register({ headers: headers() as Record<string, string> })).status).toBe(status)
  })

  test('bodies beyond the limit, announced or not', async () => {
    const large = 'name='.padEnd(1024 * 1024 + 1, 'a')
    expect((await register({ body: large })).status).toBe(413)
    const stream = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 20; i++) controller.enqueue(Buffer.alloc(100_000, 'a'))
        controller.close()
      },
    })
    const streamed = await register({ body: stream, duplex: 'half' } as RequestInit)
    expect(streamed.status).toBe(413)
    expect(await streamed.text()).toContain('1 MB')
  })

  test.each([
    [
      'of ours',
      '/organize/events/danaff/agenda/import?x="y"',
      '/organize/events/danaff/agenda/import?x=%22y%22',
    ],
    ['of nobody', '', '/vi'],
    ['of another site', 'https://elsewhere.example/form', '/vi'],
  ])('a file that is too large names its limit, and leads back to a page %s', async (_, from, href) => {
    const Referer = from.startsWith('/') ? base + from : from
    const body = new FormData()
    body.set('file', new File([new Uint8Array(7 * 1024 * 1024)], 'agenda.json'))
    const headers = { Accept: 'text/html', 'Accept-Language': 'vi', ...(Referer && { Referer }) }
    const answer = await fetch(`${base}/organize/events/danaff/agenda/import`, {
      method: 'POST',
      headers,
      body,
    })
    expect(answer.status).toBe(413)
    const page = await answer.text()
    expect(page).toContain('5 MB')
    expect(/<a href="([^"]*)"/.exec(page)?.[1]).toBe(href)
  })

  test.each([
    ['half a percent code', 'name=%4', urlencoded, 400],
    ['NUL', 'name=a%00b', urlencoded, 400],
    ['half a surrogate pair', 'name=%ED%A0%80', urlencoded, 400],
    ['bytes that are no UTF-8', 'name=%FF', urlencoded, 400],
    ['raw bytes', 'name=Đ', urlencoded, 400],
    ['too many fields', 'a&'.repeat(2000), urlencoded, 400],
    ['multipart without its parts', 'nonsense', { 'Content-Type': 'multipart/form-data; boundary=x' }, 400],
    ['multipart without a boundary', 'nonsense', { 'Content-Type': 'multipart/form-data' }, 400],
    ['JSON', '{}', { 'Content-Type': 'application/json' }, 415],
    [
      'another charset',
      'name=a',
      { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-16' },
      415,
    ],
    ['an empty name', 'name=', urlencoded, 400],
    ['a good form', 'name=%C4%90%E1%BA%B7ng', urlencoded, 200],
  ])('a body with %s', async (_, body, headers, status) => {
    expect((await register({ body, headers })).status).toBe(status)
  })

  test.each([
    ['/vi/%00', 400],
    ['/vi/%ED%A0%80', 400],
    ['/vi/%zz', 400],
    ['/vi?q=%', 400],
    ['//evil.example/vi', 400],
    ['http://evil.example/vi', 400],
    ['/vi/events/table?_data=event', 400],
    [`/vi/events/table.data?_routes=${'event,'.repeat(1000)}`, 400],
    ['/vi/events/table.data?_routes=root&_routes=event', 400],
    [`/__manifest?${'p=/vi&'.repeat(1000)}version=1`, 400],
    ['/__manifest?p=%2Fvi&version=1', 200],
    ['/vi/events/table.data?_routes=event', 200],
    ['/nothing/here', 404],
  ])('GET %s', async (path, status) => {
    expect(await statusOf(`GET ${path}`)).toBe(status)
  })

  test('an address that is too long', async () => {
    for (const length of [9000, 20_000, 60_000])
      expect([length, await statusOf(`GET /vi/${'a'.repeat(length)}`)]).toEqual([length, 414])
    expect(await statusOf('GET /vi', `X-Long: ${'a'.repeat(20_000)}\r\n`)).toBe(431)
  })

  test('methods we do not know, and those a route does not know', async () => {
    expect(await statusOf('PUT /vi/events/table', 'Content-Length: 0\r\n')).toBe(405)
    expect(await statusOf('TRACE /vi/events/table')).toBe(405)
    expect((await fetch(`${base}/vi/events/table`, { method: 'POST' })).status).toBe(405)
    const wrong = await fetch(`${base}/organize/button`)
    expect([wrong.status, wrong.headers.get('Allow')]).toEqual([405, 'POST'])
  })

  test('forwarded headers say nothing', async () => {
    const headers = {
      'X-Forwarded-For': '9.9.9.9',
      'X-Forwarded-Host': 'evil.example',
      Forwarded: 'for=9.9.9.9',
    }
    const store = await (await fetch(`${base}/whoami`, { headers })).json()
    expect(store).toMatchObject({ source: '127.0.0.1', isOnThisMachine: false })
    await register({ headers })
    expect(site.seen?.url).toBe('http://localhost:3000/vi/events/table/register')
    expect([...(site.seen?.headers.keys() ?? [])].filter((name) => name.includes('forwarded'))).toEqual([])
  })

  test('the language of a personal address', async () => {
    const locale = async (headers: Record<string, string>) =>
      (await (await fetch(`${base}/whoami`, { headers })).json()).locale
    expect(await locale({ 'Accept-Language': 'fr, en;q=0.4, vi;q=0.2' })).toBe('en')
    expect(await locale({ 'Accept-Language': 'en', Cookie: 'lang=vi' })).toBe('vi')
    expect(await locale({ 'Accept-Language': 'de' })).toBe('vi')
  })
})
