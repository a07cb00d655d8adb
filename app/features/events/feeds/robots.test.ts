import { expect, test } from 'vitest'
import { env } from '#app/shared/env.server.ts'
import { loader } from './robots.ts'

test('robots are told where the map is, on the address of this installation', async () => {
  const text = await loader().text()
  expect(text).toMatch(/^User-agent: \*\nDisallow: \/organize\n/)
  expect(text.trimEnd().split('\n').at(-1)).toBe(`Sitemap: ${env().APP_URL}/sitemap.xml`)
})
