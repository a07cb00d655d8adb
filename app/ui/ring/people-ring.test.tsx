import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { PeopleRing } from './people-ring.tsx'

it('calls each seat by what is seen on it: its letters and its name', () => {
  const names = ['Đặng Hoàng Giang', 'Michael Dukakis', 'Mars']
  const people = names.map((name) => ({ name, href: `#${name}` }))
  const html = renderToStaticMarkup(
    <PeopleRing people={people} centre={{ large: '11', small: 'March 2025' }} />,
  )
  expect(html).not.toContain('aria-label=')
  const seen = [...html.matchAll(/<a [^>]*>(.*?)<\/a>/g)].map(([, inside = '']) =>
    inside.replace(/<[^>]*>/g, ''),
  )
  expect(seen).toEqual(['ĐG Đặng Hoàng Giang', 'MD Michael Dukakis', 'M Mars'])
})
