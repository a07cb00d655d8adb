import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { personalToken } from '#app/features/registration/domain/links/personal-link.server.ts'
import { openSecret } from '#app/shared/auth/seal.server.ts'
import { outbox, registration as registrations } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { organizedEvent } from '#tests/factories/events.ts'
import { registration } from '#tests/factories/registrations.ts'
import { send } from './requests.ts'
import { runningApp } from './running-app.ts'

const app = await runningApp({ env: { WORKER: 'off' } })
let made: Awaited<ReturnType<typeof organizedEvent>>
beforeAll(async () => {
  made = await organizedEvent({ asksAddress: true })
})

const words = {
  vi: {
    over: 'Thời hạn nhận chỗ đã qua',
    cancelled: 'Đăng ký này đã hủy',
    own: 'Về trang của quý vị',
    form: 'Quay lại trang vừa gửi',
    gone: 'Liên kết này không còn dùng được',
  },
  en: {
    over: 'The time to accept is over',
    cancelled: 'This registration is cancelled',
    own: 'Back to your own page',
    form: 'Go back to the page you sent',
    gone: 'This link no longer works',
  },
}
const soon = () => new Date(Date.now() + 30 * 60_000)
const past = () => new Date(Date.now() - 60_000)
const stateOf = async (id: string) => {
  const [row] = await database().select().from(registrations).where(eq(registrations.id, id))
  return row?.state
}
const held = (locale: 'vi' | 'en', offerExpiresAt: Date) =>
  registration(made.event.guest, { state: 'offered', addressAsked: true, locale, offerExpiresAt })
const pathOf = ({ tokenSalt }: { tokenSalt: string }) => `/registrations/${personalToken(tokenSalt)}`
/** A reader whose browser asks for the other language: the registration's own counts. */
const browser = (language: string) => ({ Accept: 'text/html', 'Accept-Language': language })
const otherWay = (locale: 'vi' | 'en') => browser(locale === 'vi' ? 'en' : 'vi')
const get = (path: string, locale: 'vi' | 'en') => send(app, path, { headers: otherWay(locale) })
const post = (path: string, locale: 'vi' | 'en', form: Record<string, string> = {}) =>
  send(app, path, { method: 'POST', form, headers: otherWay(locale) })

describe.each(['vi', 'en'] as const)('a seat that is held for a proof of the address, in %s', (locale) => {
  test('is not theirs by opening the page, only by the button', async () => {
    const row = await held(locale, soon())
    for (const method of ['GET', 'HEAD']) {
      const page = await send(app, pathOf(row), { method, headers: otherWay(locale) })
      expect(page.status).toBe(200)
    }
    const page = await get(pathOf(row), locale)
    expect(page.text).toContain(`<html lang="${locale}"`)
    expect(page.text).toContain(`action="${pathOf(row)}/acceptance"`)
    expect((await get(`${pathOf(row)}/acceptance`, locale)).status).toBe(405)
    expect(await stateOf(row.id)).toBe('offered')
    const answer = await post(`${pathOf(row)}/acceptance`, locale)
    expect([answer.status, answer.headers.location]).toEqual([303, pathOf(row)])
    expect(await stateOf(row.id)).toBe('confirmed')
    // Once more, by a second click: nothing else happens.
    expect((await post(`${pathOf(row)}/acceptance`, locale)).status).toBe(303)
  })

  test.each([
    ['too late', 'over', { state: 'offered', addressAsked: true, offerExpiresAt: past }],
    ['after the deadline was noticed', 'cancelled', { state: 'cancelled' }],
  ] as const)('that is asked for %s is refused with the way to their page', async (_, why, values) => {
    const { offerExpiresAt } = values as { offerExpiresAt?: () => Date }
    const row = await registration(made.event.guest, {
      ...values,
      locale,
      offerExpiresAt: offerExpiresAt?.() ?? null,
    })
    const answer = await post(`${pathOf(row)}/acceptance`, locale)
    expect(answer.status).toBe(409)
    expect(answer.text).toContain(`<html lang="${locale}"`)
    expect(answer.text).toContain(words[locale][why])
    expect(answer.text).toContain(`<a href="${pathOf(row)}">${words[locale].own}</a>`)
    // A browser that says from where it came is led back there.
    const headers = { ...otherWay(locale), Referer: `${app.url}${pathOf(row)}` }
    const again = await send(app, `${pathOf(row)}/acceptance`, { method: 'POST', headers })
    expect(again.text).toContain(`<a href="${pathOf(row)}">${words[locale].form}</a>`)
    expect(await stateOf(row.id)).toBe(values.state)
    expect((await get(pathOf(row), locale)).status).toBe(200)
  })

  test('has a dead link that says so, and leads home', async () => {
    for (const answer of [
      await send(app, '/registrations/dead', { headers: browser(locale) }),
      await send(app, '/registrations/dead/acceptance', {
        method: 'POST',
        headers: browser(locale),
      }),
    ]) {
      expect(answer.status).toBe(404)
      expect(answer.text).toContain(`<html lang="${locale}"`)
      expect(answer.text).toContain(`href="/${locale}"`)
      expect(answer.text).not.toContain('href="/registrations/dead"')
    }
  })
})

describe.each(['vi', 'en'] as const)('another address, in %s', (locale) => {
  test('is asked for on a page of its own, and proved by a button behind the mailed link', async () => {
    const row = await registration(made.event.guest, { locale })
    const form = await get(`${pathOf(row)}/address`, locale)
    expect(form.text).toContain('name="email"')
    const email = `new-${row.id}@example.org`
    const wrong = await post(`${pathOf(row)}/address`, locale, { email: 'lan@' })
    expect(wrong.status).toBe(400)
    expect(wrong.text).toContain('value="lan@"')
    const asked = await post(`${pathOf(row)}/address`, locale, { email })
    expect(asked.status).toBe(303)
    const [mail] = await database().select().from(outbox).where(eq(outbox.recipientEmail, email))
    const { link } = JSON.parse(openSecret(mail?.secret ?? '')) as { link: string }
    const proof = `/registrations/${link}/address-proof`
    const page = await get(proof, locale)
    expect(page.status).toBe(200)
    expect(page.text).toContain(`<html lang="${locale}"`)
    expect(page.text).toContain(email)
    expect(page.text).not.toContain(pathOf(row))
    expect((await get(pathOf(row), locale)).text).toContain(row.email)
    const proved = await post(proof, locale)
    expect(proved.status).toBe(303)
    const own = String(proved.headers.location)
    expect((await get(own, locale)).text).toContain(email)
    // The old link is dead with everything behind it.
    for (const path of ['', '/calendar.ics', '/agenda.ics', '/address'])
      expect((await get(pathOf(row) + path, locale)).status).toBe(404)
    for (const answer of [await get(proof, locale), await post(proof, locale)]) {
      expect(answer.status).toBe(410)
      expect(answer.text).toContain(`<html lang="${locale}"`)
      expect(answer.text).toContain(words[locale].gone)
      expect(answer.text).toContain(`/${locale}/events/${made.event.slug}/find`)
    }
  })

  test('that is registered is answered as any other', async () => {
    const [row, known] = [
      await registration(made.event.guest, { locale }),
      await registration(made.event.guest, { locale }),
    ]
    const [free, taken] = [
      await post(`${pathOf(row)}/address`, locale, { email: `free-${row.id}@example.org` }),
      await post(`${pathOf(row)}/address`, locale, { email: known.email }),
    ]
    expect([taken.status, taken.headers.location]).toEqual([free.status, free.headers.location])
    expect((await get(String(taken.headers.location), locale)).text).not.toContain(known.email)
  })

  test('has a link of nobody that leads home', async () => {
    const headers = browser(locale)
    const answer = await send(app, '/registrations/dead/address-proof', { headers })
    expect(answer.status).toBe(410)
    expect(answer.text).toContain(words[locale].gone)
    expect(answer.text).toContain(`href="/${locale}"`)
  })
})
