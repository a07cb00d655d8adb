import { expect, test } from 'vitest'
import type { MemberRole } from '#app/shared/vocabulary.ts'
import { testDatabase } from '#tests/database.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { registration } from '#tests/factories/registrations.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { loader as list } from '../registration-list.tsx'
import { loader as print } from './print-list.tsx'
import { action as save } from './save-view.tsx'
import { action as remove } from './view-removal.ts'

await testDatabase()

async function desk() {
  const body = await organization()
  const at = await event({ hosts: [body] })
  const path = `/organize/events/${at.slug}/registrations`
  const cookieOf = async (role: MemberRole = 'organizer') => signInCookieOf(await memberOf(body, role))
  const args = (request: Request) => ({ request, params: { event: at.slug }, context: {} })
  return { at, path, cookieOf, args, cookie: await cookieOf() }
}

test('the list stands in the order that is asked for, page by page, there and back', async () => {
  const { at, path, args, cookie } = await desk()
  const written = ['Đỗ An', 'Dương Bình', 'Ân', 'An', 'Zoe', 'Ăn']
  for (const name of written) await registration(at.guest, { name })
  for (let n = 0; n < 60; n++) await registration(at.guest, { name: `M ${String(n).padStart(2, '0')}` })
  const open = async (query: string) => list(args(getPage(`${path}${query}`, cookie)))
  const first = await open('?sort=name')
  const names = first.rows.map(({ name }) => name)
  expect(names.slice(0, 6)).toEqual(['An', 'Ăn', 'Ân', 'Dương Bình', 'Đỗ An', 'M 00'])
  const second = await open(`?sort=name&cursor=${first.next}`)
  expect([...names, ...second.rows.map(({ name }) => name)]).toHaveLength(66)
  expect(second.rows.at(-1)?.name).toBe('Zoe')
  expect(second.next).toBeNull()
  const back = await open(`?sort=name&cursor=${second.previous}`)
  expect(back.rows.map(({ name }) => name)).toEqual(names)
  expect(back.previous).toBeNull()
  expect((await open('?sort=-name')).rows[0]?.name).toBe('Zoe')
  expect((await open('?sort=name&q=duong')).rows.map(({ name }) => name)).toEqual(['Dương Bình'])
  expect((await open('?sort=evil')).filter.sort).toBeUndefined()
})

test('a filter is saved for oneself or for all, replaced by its name, and removed', async () => {
  const { path, args, cookieOf, cookie } = await desk()
  const other = await cookieOf()
  const keep = (fields: Record<string, string>) => save(args(postForm(`${path}/views`, fields, cookie)))
  const viewsOf = async (who: string) =>
    (await list(args(getPage(path, who)))).views.map(({ name, query }) => `${name}: ${query}`)
  const done = await keep({ name: 'Chờ duyệt', query: 'state=pending&evil=1&cursor=x', shared: 'on' })
  expect((done as Response).headers.get('Location')).toBe(`${path}?state=pending`)
  await keep({ name: 'VIP', query: 'vip=on' })
  await keep({ name: 'VIP', query: 'vip=on&sort=name' })
  expect(await viewsOf(cookie)).toEqual(['Chờ duyệt: state=pending', 'VIP: vip=on&sort=name'])
  expect(await viewsOf(other)).toEqual(['Chờ duyệt: state=pending'])
  const own = (await list(args(getPage(path, cookie)))).views.find(({ name }) => name === 'VIP')
  const drop = (who: string) => remove(args(postForm(`${path}/views/removal`, { view: own?.id ?? '' }, who)))
  await drop(other)
  expect(await viewsOf(cookie)).toHaveLength(2)
  await drop(cookie)
  expect(await viewsOf(cookie)).toEqual(['Chờ duyệt: state=pending'])
  await expect(
    save(args(postForm(`${path}/views`, { name: 'x' }, await cookieOf('door')))),
  ).rejects.toMatchObject({ code: 'right-missing' })
})

test('a name that is refused comes back with what was typed, and with the filter', async () => {
  const { path, args, cookie } = await desk()
  const keep = (name: string) => {
    const fields = { name, query: 'state=pending', shared: 'on' }
    return save(args(postForm(`${path}/views`, fields, cookie)))
  }
  const long = 'Những người chưa trả lời '.repeat(5).trim()
  for (const [name, message] of [
    [long, 'shared.form.too-long?max=60'],
    [' ', 'shared.form.missing'],
  ] as const) {
    expect(await keep(name)).toMatchObject({
      init: { status: 400 },
      data: { values: { name, query: 'state=pending', shared: 'on' }, errors: { name: { message } } },
    })
  }
  for (let n = 0; n < 50; n++) await keep(`Số ${n}`)
  expect(await keep('Một bộ lọc nữa')).toMatchObject({
    init: { status: 409 },
    data: {
      values: { name: 'Một bộ lọc nữa' },
      errors: { name: { message: 'shared.refusal.views-too-many?most=50' } },
    },
  })
})

test('the list on paper has everybody of the filter from A to Z', async () => {
  const { at, path, args, cookieOf } = await desk()
  await registration(at.guest, { name: 'Vũ Tâm', isVip: true })
  await registration(at.guest, { name: 'An Nhiên' })
  await registration(at.guest, { name: 'Bình', state: 'pending' })
  const page = await print(args(getPage(`${path}/print?state=confirmed`, await cookieOf('door'))))
  expect(page.rows.map(({ name, marks }) => [name, marks])).toEqual([
    ['An Nhiên', ''],
    ['Vũ Tâm', 'VIP'],
  ])
  expect(page.list).toBe(`${path}?state=confirmed`)
})
