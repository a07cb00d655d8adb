import { beforeEach, describe, expect, test } from 'vitest'
import { createPageCache, type PageCache } from './page-cache.server.ts'

let pages: PageCache
beforeEach(() => {
  pages = createPageCache({ maxBytes: 40_000, headersOf: () => ['X-Test', '1'] })
  pages.setHearing(true)
})

const page = (text: string, headers: Record<string, string> = {}) =>
  new Response(text, { headers: { 'Content-Type': 'text/html', 'Page-Tags': 'event:1', ...headers } })

async function textOf(answer: Awaited<ReturnType<PageCache['answer']>>): Promise<string> {
  return answer instanceof Response ? answer.text() : answer.identity.body.toString()
}

/** A rendering that waits until it is let go. */
function held(text: string) {
  let letGo = () => {}
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  return { letGo, render: () => gate.then(() => page(text)) }
}

describe('single flight', () => {
  test('one rendering for all who wait', async () => {
    let renders = 0
    const render = async () => {
      renders++
      return page('one')
    }
    const texts = await Promise.all(
      Array.from({ length: 50 }, async () => textOf(await pages.answer('/vi', render))),
    )
    expect([renders, new Set(texts).size]).toEqual([1, 1])
  })

  test('a page that is not to be kept is rendered for each, and nobody waits the next time', async () => {
    let renders = 0
    const render = async () => {
      renders++
      return new Response('own')
    }
    await Promise.all([pages.answer('/vi/own', render), pages.answer('/vi/own', render)])
    await pages.answer('/vi/own', render)
    expect([renders, pages.size()]).toEqual([3, 0])
    await pages.answer('/vi/own', async () => page('kept now'))
    expect(pages.find('/vi/own')).toBeDefined()
  })

  test('whoever waits outside is given what is kept, and nothing else', async () => {
    expect(pages.coming('/vi')).toBeUndefined()
    const kept = held('kept')
    void pages.answer('/vi', kept.render)
    const waiting = pages.coming('/vi')
    kept.letGo()
    expect((await waiting)?.identity.body.toString()).toBe('kept')
    expect(pages.coming('/vi')).toBeUndefined()

    const changed = held('old')
    void pages.answer('/en', changed.render)
    const late = pages.coming('/en')
    pages.forget(['event:1'])
    changed.letGo()
    expect(await late).toBeNull()

    const failing = pages.answer('/vi/own', () => Promise.reject(new Error('no')))
    const outside = pages.coming('/vi/own')
    await expect(failing).rejects.toThrow('no')
    expect(await outside).toBeNull()
  })

  test('a failed rendering leaves the way free', async () => {
    await expect(pages.answer('/vi', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await textOf(await pages.answer('/vi', async () => page('yes')))).toBe('yes')
  })
})

describe('changes', () => {
  test('a page that changes while it is rendered is not kept, and who waited gets the new one', async () => {
    const old = held('old')
    const leader = pages.answer('/vi', old.render)
    const waiter = pages.answer('/vi', async () => page('new'))
    pages.forget(['event:1'])
    const late = pages.answer('/vi', async () => page('new'))
    old.letGo()
    expect(await Promise.all([leader, waiter, late].map(async (answer) => textOf(await answer)))).toEqual([
      'old',
      'new',
      'new',
    ])
    expect(pages.find('/vi')?.identity.body.toString()).toBe('new')
  })

  test('a change of something else is no change', async () => {
    const slow = held('same')
    const answer = pages.answer('/vi', slow.render)
    pages.forget(['event:2'])
    slow.letGo()
    await answer
    pages.forget(['event:3'])
    expect(pages.find('/vi')).toBeDefined()
  })

  test('while changes are not heard nothing is answered from here, nor kept', async () => {
    await pages.answer('/vi', async () => page('one'))
    const slow = held('two')
    const answer = pages.answer('/en', slow.render)
    pages.setHearing(false)
    expect(pages.find('/vi')).toBeUndefined()
    pages.setHearing(true)
    slow.letGo()
    await answer
    expect(pages.find('/en')).toBeUndefined()
    expect(pages.find('/vi')).toBeUndefined()
  })

  test('a page ends at its hour', async () => {
    await pages.answer('/vi', async () =>
      page('open', { 'Page-Until': new Date(Date.now() - 1).toISOString() }),
    )
    expect(pages.find('/vi')).toBeUndefined()
    await pages.answer('/vi', async () =>
      page('open', { 'Page-Until': new Date(Date.now() + 60_000).toISOString() }),
    )
    expect(pages.find('/vi')).toBeDefined()
  })
})

describe('what is kept', () => {
  test('never what sets a cookie, nor what is no success', async () => {
    await pages.answer('/vi/a', async () => page('a', { 'Set-Cookie': 'a=1' }))
    await pages.answer(
      '/vi/b',
      async () => new Response('b', { status: 404, headers: { 'Page-Tags': 'event:1' } }),
    )
    expect(pages.size()).toBe(0)
  })

  test('no more than the memory given; the least used goes first', async () => {
    const text = 'x'.repeat(8000)
    for (const key of ['/vi/a', '/vi/b', '/vi/c']) await pages.answer(key, async () => page(text))
    pages.find('/vi/a')
    await pages.answer('/vi/d', async () => page(text))
    expect(pages.bytes()).toBeLessThanOrEqual(40_000)
    expect(pages.find('/vi/a')).toBeDefined()
    expect(pages.find('/vi/b')).toBeUndefined()
  })
})
