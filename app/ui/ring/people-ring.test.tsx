import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { PeopleRing } from './people-ring.tsx'

it('calls each seat first by the letters seen on it', () => {
  const names = ['Đặng Hoàng Giang', 'Michael Dukakis', 'Mars']
  const people = names.map((name) => ({ name, href: `#${name}` }))
  const html = renderToStaticMarkup(
    <PeopleRing people={people} centre={{ large: '11', small: 'March 2025' }} />,
  )
  const seats = [...html.matchAll(/<a [^>]*aria-label="([^"]+)".*?<text[^>]*>([^<]+)<\/text>/g)]
  expect(seats.map(([, label]) => label)).toEqual([
    'ĐG · Đặng Hoàng Giang',
    'MD · Michael Dukakis',
    'M · Mars',
  ])
  for (const [, label, seen] of seats) expect(label?.startsWith(seen ?? '?')).toBe(true)
})
