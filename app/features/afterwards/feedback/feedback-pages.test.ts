import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { erasePastRegistrations } from '#app/features/registration/domain/lifecycle/erase-past-registrations.server.ts'
import { personalToken } from '#app/features/registration/domain/links/personal-link.server.ts'
import { loader as personalPage } from '#app/features/registration/registration.tsx'
import { withRequestStore } from '#app/shared/http/request-store.server.ts'
import { activity, event as events, feedback } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { category, event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { registration } from '#tests/factories/registrations.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { loader as csv } from '../organize/feedback-csv.ts'
import { loader as desk } from '../organize/feedback-page.tsx'
import * as page from './feedback.tsx'

const { db } = await testDatabase()
const within = <T>(work: () => T) =>
  withRequestStore({ requestId: 't', source: '192.0.2.1', locale: 'vi', nonce: '' }, work)
const ago = (days: number) => new Date(Date.now() - days * 86_400_000)

async function past(values: Parameters<typeof event>[0] = {}) {
  const body = await organization()
  const made = await event({ startsAt: ago(2), endsAt: ago(1), hosts: [body], ...values })
  const cookie = await signInCookieOf(await memberOf(body, 'organizer'))
  const address = `/organize/events/${made.slug}/feedback`
  const at = { params: { event: made.slug }, context: {} }
  return {
    made,
    read: (query = '') => within(() => desk({ request: getPage(address + query, cookie), ...at })),
    save: () => within(() => csv({ request: getPage(`${address}.csv`, cookie), ...at })),
  }
}

function holding({ tokenSalt }: { tokenSalt: string }) {
  const token = personalToken(tokenSalt)
  const path = `/registrations/${token}`
  const at = { params: { token }, context: {} }
  return {
    path,
    give: (fields: Record<string, string>) =>
      within(() => page.action({ request: postForm(`${path}/feedback`, fields), ...at })),
    asked: async () => (await within(() => personalPage({ request: getPage(path), ...at }))).feedback,
    open: () => within(() => page.loader({ request: getPage(`${path}/feedback`), ...at })),
  }
}

describe('after the event', () => {
  it('somebody who had a seat says how it was, and says it anew', async () => {
    const { made } = await past()
    const guest = holding(await registration(made.guest))
    expect(await guest.asked()).toMatchObject({ given: null })
    const answer = await guest.give({ satisfaction: '4', best: ' Phim hay ', better: '' })
    expect(answer).toMatchObject({ status: 303 })
    expect((answer as Response).headers.get('Location')).toBe(`${guest.path}#feedback`)
    expect(await guest.asked()).toMatchObject({ given: { satisfaction: 4, best: 'Phim hay', better: '' } })
    await guest.give({ satisfaction: '2', best: '', better: 'Ghế' })
    expect(await guest.asked()).toMatchObject({ given: { satisfaction: 2, best: '', better: 'Ghế' } })
    expect(await db.select().from(activity).where(eq(activity.eventId, made.id))).toEqual([])
  })

  it('a form that lacks an answer comes back with what was typed', async () => {
    const { made } = await past()
    const guest = holding(await registration(made.guest))
    for (const satisfaction of [{}, { satisfaction: '6' }, { satisfaction: '__proto__' }]) {
      const refused = await guest.give({ ...satisfaction, best: 'Phim hay', better: 'x'.repeat(2001) })
      expect(refused).toMatchObject({
        init: { status: 400 },
        data: {
          errors: { satisfaction: { message: 'shared.form.choose' }, better: {} },
          values: { best: 'Phim hay' },
        },
      })
    }
    expect(await guest.asked()).toMatchObject({ given: null })
  })

  it.each([
    ['before the end', { endsAt: new Date(Date.now() + 60_000) }, 'confirmed'],
    ['after sixty days', { startsAt: ago(62), endsAt: ago(61) }, 'confirmed'],
    ['of what was called off', { cancelledAt: ago(3) }, 'confirmed'],
    ['where its organizers ask nothing', { asksFeedback: false }, 'confirmed'],
    ['by whoever had no seat', {}, 'waitlisted'],
  ] as const)('nothing is taken %s', async (_, values, state) => {
    const { made } = await past(values)
    const guest = holding(await registration(made.guest, { state }))
    expect(await guest.asked()).toBeNull()
    await expect(guest.open()).rejects.toMatchObject({ status: 302 })
    await expect(guest.give({ satisfaction: '5' })).rejects.toMatchObject({ code: 'feedback-closed' })
    expect(await db.select().from(feedback)).not.toContainEqual(expect.objectContaining({ satisfaction: 5 }))
  })
})

describe('at the desk', () => {
  it('stands how many answered, their figures and words, without names', async () => {
    const { made, read } = await past()
    const press = await category(made, { code: 'press', name: { vi: 'Báo chí' } })
    const answers = ['5', '5', '4', '4', '4', '3']
    for (const satisfaction of answers)
      await holding(await registration(made.guest)).give({ satisfaction, best: 'Gặp gỡ' })
    await registration(made.guest)
    expect(await read()).toMatchObject({ asked: 7, figures: { answered: 6, mean: 25 / 6 }, groups: [] })
    for (let n = 0; n < 16; n++)
      await holding(await registration(press, { name: 'Lê Lan' })).give({ satisfaction: '1', better: 'Ghế' })
    const view = await read('?page=2')
    expect(view.groups.map(({ answered, mean }) => [answered, mean])).toEqual([
      [16, 1],
      [6, 25 / 6],
    ])
    expect(view.found).toMatchObject({ total: 22, page: 2, last: 2 })
    expect(view.found.words).toHaveLength(2)
    expect((await read('?page=99')).found.page).toBe(2)
    expect(JSON.stringify(view)).not.toMatch(/Lê Lan|Khách \d|example\.org/)
  })

  it('a file has every answer, safe for spreadsheets, and no category of few', async () => {
    const { made, save } = await past()
    const press = await category(made, { code: 'press', name: { vi: 'Báo chí' } })
    for (let n = 0; n < 9; n++) await holding(await registration(made.guest)).give({ satisfaction: '5' })
    await holding(await registration(press)).give({ satisfaction: '1', better: '=HYPERLINK("x")\n"Ghế"' })
    const file = await (await save()).text()
    expect(file).toContain(`"'=HYPERLINK(""x"")\n""Ghế"""`)
    expect(file).not.toContain('Báo chí')
    expect(file.split('\r\n')).toHaveLength(12)
    const [noted] = await db.select().from(activity).where(eq(activity.eventId, made.id))
    expect(noted).toMatchObject({ verb: 'feedback.exported' })
  })
})

it('words are erased with the registration; how satisfied somebody was stays, tied to nobody', async () => {
  const { made, read } = await past({ retainUntil: new Date(Date.now() + 60_000) })
  const guest = holding(await registration(made.guest))
  await guest.give({ satisfaction: '5', best: 'Tôi là Lê Lan', better: '' })
  await db
    .update(events)
    .set({ retainUntil: ago(0.5) })
    .where(eq(events.id, made.id))
  await erasePastRegistrations(system())
  expect(await read()).toMatchObject({ figures: { answered: 1 }, found: { total: 0, words: [] } })
})
