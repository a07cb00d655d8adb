import { describe, expect, it } from 'vitest'
import { xmlText } from '../http/xml-text.ts'
import { pageHead } from './page-head.server.ts'
import { headTags } from './page-head.ts'
import { inLanguage } from './public-paths.ts'

// The environment wants one; nothing here opens it.
process.env.DATABASE_URL ??= 'postgres://nobody@localhost/none'

describe('the head of a public page', () => {
  const head = pageHead({ locale: 'vi', path: '/vi', title: 'Bàn Tròn', description: 'chữ '.repeat(100) })

  it('cuts the description between words', () => {
    expect(head.description.length).toBeLessThanOrEqual(160)
    expect(head.description).toMatch(/chữ…$/)
  })

  it('names the first page without a language as /', () => {
    expect(head.alternates.at(-1)).toEqual({ hrefLang: 'x-default', href: 'http://localhost:3000/' })
  })

  it('has a picture of its own, or that of the house in its language', () => {
    const picture = (tags: ReturnType<typeof headTags>) =>
      tags.find((tag) => 'property' in tag && tag.property === 'og:image')
    expect(picture(headTags(head))).toMatchObject({ content: 'http://localhost:3000/vi/social.png' })
    const image = { path: '/vi/events/a/social.png', alt: 'A' }
    const pictured = pageHead({ locale: 'vi', path: '/vi', title: 'A', description: 'B', image })
    expect(picture(headTags(pictured))).toMatchObject({
      content: 'http://localhost:3000/vi/events/a/social.png',
    })
  })

  it('tells where to ask how to embed it, if it may be', () => {
    const address = { locale: 'vi', path: '/vi/events/a', title: 'A', description: 'B' } as const
    const found = (head: Parameters<typeof headTags>[0]) =>
      headTags(head).filter((tag) => 'type' in tag && tag.type === 'application/json+oembed')
    expect(found(pageHead({ ...address, isEmbeddable: true }))).toMatchObject([
      {
        rel: 'alternate',
        href: 'http://localhost:3000/oembed?format=json&url=http%3A%2F%2Flocalhost%3A3000%2Fvi%2Fevents%2Fa',
      },
    ])
    expect(found(pageHead(address))).toEqual([])
  })

  it('is empty for a page that was refused', () => {
    expect(headTags(undefined)).toEqual([])
  })
})

it.each([
  ['/vi', 'en', '/en'],
  ['/vi/events/vi/agenda', 'en', '/en/events/vi/agenda'],
  ['/en/events/a', 'vi', '/vi/events/a'],
] as const)('%s in %s is %s', (path, lang, other) => {
  expect(inLanguage(path, lang)).toBe(other)
})

it('writes only what XML can hold', () => {
  expect(xmlText('a<b>&"\u0000\u000b\ud800c')).toBe('a&#60;b&#62;&#38;&#34;c')
})
