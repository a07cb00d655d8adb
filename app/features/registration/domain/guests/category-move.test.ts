import { expect, it } from 'vitest'
import type { RegistrationState } from '#app/shared/vocabulary.ts'
import { categoryMove } from './category-move.ts'

const seats = {
  id: 'press',
  capacity: 2,
  confirmed: 1,
  offered: 0,
  waitlisted: 0,
  beyond: 0,
  held: 0,
  companions: 0,
}
const hall = { capacity: 10, seated: 5, beyond: 0, held: 0, waitlist: true }

it.each<[RegistrationState, object, object, string]>([
  ['pending', {}, {}, 'pending'],
  ['confirmed', {}, {}, 'confirmed'],
  ['confirmed', { confirmed: 2 }, {}, 'full'],
  ['confirmed', { offered: 1 }, {}, 'full'],
  ['confirmed', { waitlisted: 1 }, {}, 'full'],
  ['confirmed', {}, { seated: 10 }, 'confirmed'],
  ['waitlisted', {}, {}, 'confirmed'],
  ['waitlisted', { confirmed: 2 }, {}, 'waitlisted'],
  ['waitlisted', { confirmed: 2 }, { waitlist: false }, 'full'],
  ['waitlisted', {}, { seated: 10 }, 'waitlisted'],
  ['offered', {}, {}, 'fixed'],
  ['cancelled', {}, {}, 'fixed'],
  ['declined', {}, {}, 'fixed'],
])('%s with %j there and %j in the hall becomes %s', (from, there, around, to) => {
  expect(categoryMove({ ...hall, ...around }, { ...seats, ...there }, from)).toBe(to)
})
