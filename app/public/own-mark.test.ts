import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'

const script = readFileSync(new URL('../../public/own-mark.js', import.meta.url), 'utf8')
const until = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

/** What a browser keeps for the site, with its keys as properties. */
function device(kept: Record<string, string> = {}) {
  const methods = {
    getItem: (key: string) => (Object.hasOwn(kept, key) ? kept[key] : null),
    setItem: (key: string, value: string) => {
      kept[key] = value
    },
    removeItem: (key: string) => {
      delete kept[key]
    },
  }
  for (const [name, value] of Object.entries(methods))
    Object.defineProperty(kept, name, { value, enumerable: false })
  return kept
}

type Page = { registered?: string; until?: string; asks?: string }

/** Opens a page; answers whether its line is shown, and how to press its button. */
function open(localStorage: object, { registered, until: day = '', asks }: Page) {
  let press = () => {}
  const line = {
    dataset: { ifRegistered: asks },
    hidden: true,
    querySelector: () => ({
      addEventListener: (_: string, done: () => void) => {
        press = done
      },
    }),
  }
  const marks = registered ? [{ dataset: { registered, until: day } }] : []
  const document = {
    querySelectorAll: (selector: string) => (selector === '[data-registered]' ? marks : asks ? [line] : []),
  }
  runInNewContext(script, { document, localStorage, Date, Object })
  return { isShown: () => !line.hidden, forget: () => press() }
}

it('the page of an event knows that its personal page was opened here, and of no other event', () => {
  const here = device()
  expect(open(here, { asks: 'a' }).isShown()).toBe(false)
  open(here, { registered: 'a', until: until(60) })
  expect(open(here, { asks: 'a' }).isShown()).toBe(true)
  expect(open(here, { asks: 'b' }).isShown()).toBe(false)
})

it('keeps nothing but the event and a day, and forgets it when asked, when given up, and after that day', () => {
  const here = device({ other: 'x' })
  const day = until(60)
  open(here, { registered: 'a', until: day })
  expect(here).toEqual({ other: 'x', 'registered:a': day })
  const page = open(here, { asks: 'a' })
  page.forget()
  expect([page.isShown(), here]).toEqual([false, { other: 'x' }])
  open(here, { registered: 'a', until: day })
  open(here, { registered: 'a' })
  expect(here).toEqual({ other: 'x' })
  here['registered:b'] = until(-1)
  expect(open(here, { asks: 'b' }).isShown()).toBe(false)
  expect(here).toEqual({ other: 'x' })
})

it('is silent where the browser keeps nothing', () => {
  expect(() => runInNewContext(script, { document: {}, Date, Object })).not.toThrow()
})

it('stays small', () => {
  expect(Buffer.byteLength(script)).toBeLessThan(1500)
})
