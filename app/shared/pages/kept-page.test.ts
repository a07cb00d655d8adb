import { afterEach, describe, expect, it, vi } from 'vitest'
import { filesNamed, textOf } from '#tests/sources.ts'
import { keptAction, keptLoader, pageUpkeep, rememberPage } from './kept-page.ts'

const address = 'http://localhost:3000/organize/events/day/notes'
const page = { notes: ['as it was'] }
const refusal = (status: number) => ({ status, statusText: '', internal: false, data: null })
const redirect = (to: string) => new Response(null, { status: 302, headers: { Location: to } })

const load = (answer: () => unknown, url = address) =>
  keptLoader({
    request: new Request(url),
    params: {},
    serverLoader: async <T>() => (await answer()) as T,
  })

const failing = (error: unknown) => () => {
  throw error
}

afterEach(async () => {
  rememberPage(new URL(address).pathname, page)
  await load(() => page)
})

describe('a page that cannot be fetched anew', () => {
  it.each([
    ['no network', new TypeError('Failed to fetch'), 'away'],
    ['the page of a proxy', new Error('Unable to decode turbo-stream response'), 'away'],
    ['out of service', refusal(503), 'away'],
    ['signed out', redirect('/sign-in?to=%2Forganize'), 'signed-out'],
    ['no right any more', refusal(403), 'refused'],
    ['gone', refusal(404), 'refused'],
  ])('stays as it is: %s', async (_, error, upkeep) => {
    rememberPage(new URL(address).pathname, page)
    expect(await load(failing(error))).toBe(page)
    expect(pageUpkeep.now()).toBe(upkeep)
    expect(await load(() => 'new')).toBe('new')
    expect(pageUpkeep.now()).toBe('current')
  })

  it('is an error where there is nothing to keep, and follows where it is led', async () => {
    rememberPage('/organize', page)
    const error = new TypeError('Failed to fetch')
    await expect(load(failing(error))).rejects.toBe(error)
    rememberPage(new URL(address).pathname, page)
    const led = redirect('/organize/events/renamed/notes')
    await expect(load(failing(led))).rejects.toBe(led)
  })
})

const urlParts = (of: string) => {
  const { href, pathname, search } = new URL(of)
  return { href, pathname, search }
}

describe('a form that could not be sent', () => {
  const send = (error: unknown) => {
    const body = new URLSearchParams([
      ['title', 'Phim và ký ức'],
      ['answers.diet', 'chay'],
      ['role', 'a'],
      ['role', 'b'],
    ])
    return keptAction({
      request: new Request(address, { method: 'POST', body }),
      params: {},
      serverAction: () => Promise.reject(error),
    })
  }

  it('says so with all that was typed, and is not drawn anew', async () => {
    rememberPage(new URL(address).pathname, page)
    expect(await send(new TypeError('Failed to fetch'))).toEqual({
      errors: { form: { type: 'away', message: 'shared.form.away' } },
      values: { title: 'Phim và ký ức', answers: { diet: 'chay' }, role: ['a', 'b'] },
    })
    expect(await load(() => 'new')).toBe(page)
    expect(await load(() => 'new')).toBe('new')
  })

  it('follows where it is led', async () => {
    const led = redirect('/sign-in?to=%2Forganize')
    await expect(send(led)).rejects.toBe(led)
  })

  it('loads the page anew when it is led to another place of it, where the browser would only scroll', async () => {
    const reload = vi.fn()
    const replaceState = vi.fn()
    vi.stubGlobal('location', { ...urlParts(address), reload })
    vi.stubGlobal('history', { state: null, replaceState })
    const { pathname } = new URL(address)
    const ended = vi.fn()
    send(redirect(`${pathname}#row`)).then(ended, ended)
    await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce())
    expect(replaceState).toHaveBeenCalledWith(null, '', `${pathname}#row`)
    expect(ended).not.toHaveBeenCalled()
    const elsewhere = redirect(`${pathname}/other#row`)
    await expect(send(elsewhere)).rejects.toBe(elsewhere)
    vi.unstubAllGlobals()
  })
})

it('every page that hydrates keeps itself, and its form', () => {
  const pages = filesNamed(/\.tsx$/)
    .filter((path) => path.startsWith('app/features/'))
    .map((path) => ({ path, text: textOf(path) }))
    .filter(({ text }) => /export const handle = \{[^}]*hydrate: (?:true|'touched')/.test(text))
  const bare = pages.filter(
    ({ text }) =>
      !text.includes('keptLoader as clientLoader') ||
      (/^export (async function|const) action\b/m.test(text) && !text.includes('keptAction as clientAction')),
  )
  expect(pages.length).toBeGreaterThan(10)
  expect(bare.map(({ path }) => path)).toEqual([])
})
