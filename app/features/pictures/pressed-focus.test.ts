import { expect, it } from 'vitest'
import { pressedFocus } from './pressed-focus.ts'

const wide = { width: 1600, height: 900 }

it.each([
  ['the middle', { x: 144, y: 81 }, { focalX: 50, focalY: 50 }],
  ['the lower right', { x: 288, y: 162 }, { focalX: 100, focalY: 100 }],
  ['the left edge', { x: 0, y: 40 }, { focalX: 0, focalY: 25 }],
  ['beside the picture', { x: 400, y: 500 }, { focalX: 100, focalY: 100 }],
  ['Enter in a field', { x: 0, y: 0 }, null],
  ['nothing', undefined, null],
])('%s', (_, press, expected) => {
  expect(pressedFocus(press, wide, 288)).toEqual(expected)
})
