import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { base, pages, raw, site } from './small-site.fixture.ts'

describe('kept pages', () => {
  test('are rendered once for all who wait, then come ready, with the same bytes for cookies', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => fetch(`${base}/vi/events/table`)))
    expect(site.renders).toBe(1)
    const again = await fetch(`${base}/vi/events/table`, {
      headers: { Cookie: 'sign-in=x; lang=en', 'Accept-Language': 'en' },
    })
    expect(site.renders).toBe(1)
    expect(await again.text()).toBe(await all[0]?.text())
    expect(again.headers.get('Page-Tags')).toBeNull()
    expect(again.headers.get('Cache-Control')).toBe('public, max-age=0, must-revalidate')
    expect(again.headers.get('Vary')).toBe('Accept-Encoding')
    expect(again.headers.get('Content-Security-Policy')).toContain("script-src 'self';")
    expect(site.seen?.headers.get('Cookie')).toBeNull()
  })

  test('answer 304, HEAD, and each coding with its own length', async () => {
    const whole = await fetch(`${base}/vi/events/table`, { headers: { 'Accept-Encoding': 'identity' } })
    const body = await whole.text()
    expect(Number(whole.headers.get('Content-Length'))).toBe(Buffer.byteLength(body))
    const etag = whole.headers.get('ETag') ?? ''
    for (const known of [etag, etag.slice(2), `"x", ${etag}`, '*']) {
      const answer = await fetch(`${base}/vi/events/table`, { headers: { 'If-None-Match': known } })
      expect([known, answer.status, await answer.text()]).toEqual([known, 304, ''])
    }
    const head = await raw(
      'HEAD /vi/events/table HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br\r\nConnection: close\r\n\r\n',
    )
    expect(head).toMatch(/^HTTP\/1.1 200/)
    expect(head).toMatch(/Content-Encoding: br/)
    expect(head.endsWith('\r\n\r\n')).toBe(true)
    const zipped = await fetch(`${base}/vi/events/table`, { headers: { 'Accept-Encoding': 'gzip, br;q=0' } })
    expect(zipped.headers.get('Content-Encoding')).toBe('gzip')
    expect(await zipped.text()).toBe(body)
  })

  test('follow a change at once', async () => {
    await fetch(`${base}/vi/events/table`)
    site.title = 'second'
    pages.forget(['event:1'])
    expect(await (await fetch(`${base}/vi/events/table`)).text()).toContain('event second')
  })

  test('only plain spellings of an address make an entry', async () => {
    pages.setHearing(true)
    await fetch(`${base}/vi/events/table`)
    for (const query of ['?x=1', '?lang=xx', '?lang=vi&lang=en', '/', '?utm_source=a']) {
      expect((await fetch(`${base}/vi/events/table${query}`)).status).toBe(200)
    }
    expect(pages.size()).toBe(1)
  })
})

describe('refusals', () => {
  test('a page says it in the reader’s language', async () => {
    const answer = await fetch(`${base}/registrations/abc`, {
      headers: { 'Accept-Language': 'en', Accept: 'text/html' },
    })
    const html = await answer.text()
    expect(answer.status).toBe(404)
    expect(html).toContain('<html lang="en">')
    expect(html).toContain('This event was not found.')
    expect(answer.headers.get('X-Robots-Tag')).toContain('noindex')
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
  })

  test('an address that is no page says it in a sentence', async () => {
    const init = { method: 'POST', headers: { 'Accept-Language': 'en' } }
    const answer = await fetch(`${base}/organize/button`, init)
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '7'])
    expect(await answer.text()).toMatch(/^Too many attempts/)
    const shown = await fetch(`${base}/organize/button`, { ...init, headers: { Accept: 'text/html' } })
    expect(await shown.text()).toContain('<h1>')
  })

  test('a database that is away is an outage, a bug is a bug, and neither tells', async () => {
    const away = await fetch(`${base}/away`)
    expect([away.status, away.headers.get('Retry-After')]).toEqual([503, '10'])
    const bug = await fetch(`${base}/bug`)
    const html = await bug.text()
    expect(bug.status).toBe(500)
    expect(html).not.toMatch(/secret|an@example|at .*\.ts/)
    const asked = await fetch(`${base}/bug.data`)
    expect(await asked.text()).not.toMatch(/secret|an@example/)
  })

  test.each(['53100', '53300', '25006', '57P03', 'ENOSPC'])(
    '%s is an outage on pages and forms',
    async (code) => {
      for (const method of ['GET', 'POST']) {
        const answer = await fetch(`${base}/outage/${code}`, { method, headers: { Accept: 'text/html' } })
        expect([method, answer.status, answer.headers.get('Retry-After')]).toEqual([method, 503, '10'])
      }
    },
  )

  test('every answer says what no page asks of a browser', async () => {
    const answer = await fetch(`${base}/vi/events/table`)
    expect(answer.headers.get('Permissions-Policy')).toContain('camera=(), ')
  })

  test('hydrating pages name their scripts by a nonce of their own', async () => {
    const one = await fetch(`${base}/vi/events/table/register`)
    const nonce = /'nonce-([\w-]+)'/.exec(one.headers.get('Content-Security-Policy') ?? '')?.[1]
    expect(await one.text()).toContain(`nonce="${nonce}"`)
    const two = await fetch(`${base}/vi/events/table/register`)
    expect(two.headers.get('Content-Security-Policy')).not.toContain(`${nonce}`)
  })

  test('hydrating pages that are kept name them by what they say', async () => {
    const one = await fetch(`${base}/vi/events/table/alive`)
    const html = await one.text()
    const policy = one.headers.get('Content-Security-Policy') ?? ''
    const inline = [...html.matchAll(/<script(?![^>]* src=)[^>]*>([\s\S]*?)<\/script>/g)].map(
      ([, text = '']) => text,
    )
    expect(inline.length).toBeGreaterThan(1)
    for (const text of inline)
      expect(policy).toContain(`'sha256-${createHash('sha256').update(text).digest('base64')}'`)
    expect(policy + html).not.toContain('nonce')
    expect(pages.find('/vi/events/table/alive')).toBeDefined()
  })
})
