import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { footprint } from '#app/shared/forms/merge.ts'
import { socialPost } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { event } from '#tests/factories/events.ts'
import { link } from '#tests/factories/links.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { fitsNetwork } from './domain/counted-length.ts'
import { action, loader } from './organize/posts-page.tsx'

const { db } = await testDatabase()

async function desk() {
  const body = await organization()
  const made = await event({ hosts: [body] })
  const cookie = await signInCookieOf(await memberOf(body, 'organizer'))
  const at = (query = '') => `/organize/events/${made.slug}/promotion/posts${query}`
  const params = { event: made.slug }
  const view = async (query = '') =>
    (await loader({ request: getPage(at(query), cookie), params, context: {} })).data
  const save = async (fields: Record<string, string>, query = '') => {
    const { posts } = await view(query)
    const form = { ...posts, base: footprint(posts), ...fields }
    return action({ request: postForm(at(query), form, cookie), params, context: {} })
  }
  return { made, view, save }
}

describe('the posts of an event', () => {
  it('say what the event says, in either language, with the link for posts, and fit', async () => {
    const { made, view } = await desk()
    expect((await view()).posts.x).toContain(`/vi/events/${made.slug}`)
    const counted = await link(made.id, { source: 'post', name: 'Facebook' })
    await link(made.id, { source: 'poster' })
    const { posts, link: chosen } = await view()
    expect(chosen).toBe(counted.id)
    expect(posts.facebook).toContain(`/go/${counted.code}`)
    const english = await view('?language=en&link=')
    expect(english.posts.facebook).toContain('Film roundtable')
    expect(english.posts.facebook).toContain(`/en/events/${made.slug}`)
    for (const [network, post] of Object.entries(posts))
      expect([network, fitsNetwork(network as keyof typeof posts, post)]).toEqual([network, true])
  })

  it('are kept as they are rewritten, follow the event again when emptied, and save untouched', async () => {
    const { made, view, save } = await desk()
    const composed = (await view()).posts
    expect(await save({ x: 'Hẹn gặp ở Boston!' })).toMatchObject({ status: 303 })
    const now = await view()
    expect([now.posts.x, now.posts.threads, now.rewritten]).toEqual([
      'Hẹn gặp ở Boston!',
      composed.threads,
      ['x'],
    ])
    expect((await view('?language=en')).rewritten).toEqual([])
    await save({})
    expect(await db.$count(socialPost, eq(socialPost.eventId, made.id))).toBe(1)
    await save({ x: '' })
    expect((await view()).posts.x).toBe(composed.x)
    expect(await db.$count(socialPost, eq(socialPost.eventId, made.id))).toBe(0)
  })

  it('are counted when they are saved: one that is too long comes back with its count', async () => {
    const { save } = await desk()
    const refused = await save({ x: 'ệ'.repeat(141), threads: 'Ngắn' })
    expect(refused).toMatchObject({
      init: { status: 400 },
      data: {
        errors: { x: { message: 'posts.form.too-long?count=282&limit=280' } },
        values: { threads: 'Ngắn' },
      },
    })
  })

  it('ask about a post that a colleague rewrote meanwhile', async () => {
    const { view, save } = await desk()
    const before = (await view()).posts
    await save({ x: 'Của người kia' })
    expect(await save({ x: 'Của tôi', base: footprint(before) })).toMatchObject({ init: { status: 409 } })
  })

  it.each([
    '?about=session/00000000-0000-4000-8000-000000000000',
    '?about=recap',
    '?about=x&language=fr&link=1',
  ])('of what is not there (%s) are those of the event', async (query) =>
    expect((await (await desk()).view(query)).about).toBe('event'),
  )
})
