import { expect, it } from 'vitest'
import { asleep } from './asleep.ts'

const page = `<link rel="stylesheet" href="/s.css"/><link rel="modulepreload" href="/a.js"/><script>window.__remixContext = {};</script><script type="module" async="">import "/a.js"; import("/b.js");</script>`

it('leaves a page nothing to fetch but its styles', () => {
  expect(asleep(page)).toBe(
    `<link rel="stylesheet" href="/s.css"/><link rel="asleep" href="/a.js"/><script>window.__remixContext = {};</script><script type="text/plain" data-asleep>import "/a.js"; import("/b.js");</script>`,
  )
})

it('says so when a page has no script to wake', () => {
  expect(() => asleep('<p>only words</p>')).toThrow('no script')
})
