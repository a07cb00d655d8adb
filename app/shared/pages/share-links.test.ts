import { expect, it } from 'vitest'
import { shareLinks } from './share-links.ts'

const title = 'Bàn tròn & bạn bè + phim?'
const page = 'https://example.org/vi/events/ban-tron'

it('says title and page to each, whatever the title holds', () => {
  const links = shareLinks({ title, page })
  for (const link of Object.values(links)) expect(link).not.toContain('+')
  const said = (link: string) => Object.fromEntries(new URL(link).searchParams)
  expect(links.email).toMatch(/^mailto:\?/)
  expect(said(links.email)).toEqual({ subject: title, body: page })
  expect(said(links.facebook)).toEqual({ u: page })
  expect(said(links.linkedIn)).toEqual({ url: page })
  expect(said(links.whatsApp)).toEqual({ text: `${title} ${page}` })
})
