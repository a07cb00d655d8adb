import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { UNSAFE_SingleFetchRedirectSymbol as instead } from '@remix-run/server-runtime'
import { expect, it } from 'vitest'
import { unsent } from './unsent-data.ts'

const args = {} as LoaderFunctionArgs
const isMarked = (found: unknown) => instead in (found as object)

it('marks what a page is shown, and leaves it what it was', async () => {
  const own = { title: 'first', days: [1, 2] }
  const found = await unsent(() => own)(args)
  expect(found).toEqual(own)
  expect({ ...(found as object) }).toEqual(own)
  expect(isMarked(found)).toBe(true)
  expect(isMarked(own)).toBe(false)
})

it('keeps the headers that data came with', async () => {
  const found = await unsent(() => data({ title: 'first' }, { headers: { 'Page-Tags': 'event:1' } }))(args)
  expect(found).toMatchObject({
    type: 'DataWithResponseInit',
    data: { title: 'first' },
    init: { headers: { 'Page-Tags': 'event:1' } },
  })
  expect(isMarked((found as { data: unknown }).data)).toBe(true)
})

it('lets answers, nothing and lists pass', async () => {
  const answer = new Response('text')
  expect(await unsent(() => answer)(args)).toBe(answer)
  expect(await unsent(() => null)(args)).toBeNull()
  const list = [1]
  expect(await unsent(() => list)(args)).toBe(list)
})
