import { expect, it } from 'vitest'
import { cutAround } from './cut-around.ts'

const [wide, share] = [
  { width: 1600, height: 900 },
  { width: 500, height: 630 },
]

it.each([
  ['the middle', { focalX: 50, focalY: 50 }, { left: 443, top: 0, width: 714, height: 900 }],
  ['the left edge', { focalX: 3, focalY: 50 }, { left: 0, top: 0, width: 714, height: 900 }],
  ['the right edge', { focalX: 100, focalY: 0 }, { left: 886, top: 0, width: 714, height: 900 }],
])('of a wide picture %s', (_, focus, expected) => {
  expect(cutAround(wide, share, focus)).toEqual(expected)
})

it('a high picture is cut above and below', () => {
  const cut = cutAround({ width: 800, height: 2000 }, share, { focalX: 50, focalY: 100 })
  expect(cut).toEqual({ left: 0, top: 992, width: 800, height: 1008 })
})
