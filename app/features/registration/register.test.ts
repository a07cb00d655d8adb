import { expect, test } from 'vitest'
import { m } from '#app/paraglide/messages.js'
import { messageFor } from '#app/shared/forms/form-messages.ts'
import { withRequestStore } from '#app/shared/http/request-store.server.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { testDatabase } from '#tests/database.ts'
import { category, event } from '#tests/factories/events.ts'
import { postForm } from '#tests/factories/requests.ts'
import { action, loader } from './register.tsx'

await testDatabase()

test.each(['vi', 'en'] as const)(
  'after too many wrong codes the form keeps all and says so (%s)',
  async (lang) => {
    const made = await event()
    await category(made, { code: 'press', accessCode: 'báo-chí' })
    const typed = { name: 'Lê An', email: 'an@example.org', category: 'press', code: 'sai', consent: 'on' }
    const send = () => sent(lang, made.slug, typed)
    for (let n = 0; n < 10; n++) expect(await send()).toMatchObject({ init: { status: 400 } })
    const refused = await send()
    expect(refused.init.status).toBe(429)
    expect(Number(new Headers(refused.init.headers).get('Retry-After'))).toBeGreaterThan(600)
    expect(refused.data.values).toMatchObject(typed)
    const { message = '' } = refused.data.errors.code ?? {}
    expect(messageFor(message)).toBe(m['shared.refusal.codes-tried']())
  },
)

test('the form names the clock by the city of the event, and has its picture', async () => {
  const made = await event({ timeZone: 'America/New_York' })
  const path = `/vi/events/${made.slug}/register`
  const request = new Request(`http://localhost:3000${path}`)
  const args = { request, params: { lang: 'vi', event: made.slug }, context: {} }
  const store = { requestId: 't', source: '192.0.2.3', locale: 'vi' as const, nonce: '' }
  const { data: page } = await withRequestStore(store, () => loader(args))
  expect(page.city).toBe('Boston')
  expect(page.head.image.url).toContain(`/vi/events/${made.slug}/social.png`)
})

type Refused = {
  init: ResponseInit
  data: { values: Record<string, unknown>; errors: Record<string, { message?: string }> }
}

function sent(lang: Locale, slug: string, typed: Record<string, string>): Promise<Refused> {
  const request = postForm(`/${lang}/events/${slug}/register`, typed)
  const store = { requestId: 't', source: lang === 'vi' ? '192.0.2.1' : '192.0.2.2', locale: lang, nonce: '' }
  const args = { request, params: { lang, event: slug }, context: {} }
  return withRequestStore(store, () => action(args)) as Promise<Refused>
}
