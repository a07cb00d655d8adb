import { expect, it } from 'vitest'
import { ringShapes, ringSvg } from './ring-svg.ts'

const people = (n: number) => Array.from({ length: n }, (_, at) => ({ name: `Người ${at}`, host: at < 2 }))

it.each([3, 9, 60])('draws %i seats, hosts alike, and the table', (n) => {
  expect(ringSvg({ people: people(n) }, '#8a1f2d').match(/<circle/g)).toHaveLength(n + 2 + 1)
})

it('letters the seats without letting markup in', () => {
  const colours = { paper: '#fff', ink: '#000', accent: '#8a1f2d', rule: '#ccc' }
  const shapes = ringShapes(
    { people: [{ name: '<Đặng & Giang>' }], lettered: true },
    { cx: 0, cy: 0, r: 200 },
    colours,
  )
  expect(shapes).toContain('>ĐG</text>')
  expect(shapes).not.toContain('&G')
})

it('sets an empty table for an event without people', () => {
  expect(ringSvg({ people: [] }, '#8a1f2d').match(/<circle/g)).toHaveLength(4)
})
