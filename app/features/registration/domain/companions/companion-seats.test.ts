import { expect, test } from 'vitest'
import { companionAnswer } from './companion-seats.ts'

const event = { capacity: 10, seated: 5, beyond: 0, held: 0, waitlist: true }
const category = {
  id: 'guest',
  capacity: 8,
  confirmed: 4,
  offered: 1,
  companions: 0,
  beyond: 0,
  held: 0,
  waitlisted: 0,
  companionLimit: 3,
}

test.each([
  ['two at a free table', {}, {}, 0, 2, 'granted'],
  ['as many as there are', {}, {}, 2, 2, 'as-is'],
  ['more than the category lets in', {}, {}, 0, 4, 'too-many'],
  ['as many as were let in before the limit fell', {}, { companionLimit: 1 }, 3, 3, 'as-is'],
  ['fewer than before, whatever the limit', {}, { companionLimit: 0 }, 3, 1, 'granted'],
  ['the last three seats of the category', {}, {}, 0, 3, 'granted'],
  ['one more than the category has', {}, { companions: 1 }, 0, 3, 'full'],
  ['one more than the event has', { seated: 9 }, {}, 0, 2, 'full'],
  ['a seat for which others wait', {}, { waitlisted: 1 }, 0, 1, 'full'],
  ['where nothing is limited', { capacity: null }, { capacity: null }, 0, 3, 'granted'],
] as const)('%s', (_, ofEvent, ofCategory, present, wanted, answer) => {
  const asked = { present, wanted }
  expect(companionAnswer({ ...event, ...ofEvent }, { ...category, ...ofCategory }, asked)).toBe(answer)
})
