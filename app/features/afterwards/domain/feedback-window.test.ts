import { expect, test } from 'vitest'
import { registrationStates } from '#app/shared/vocabulary.ts'
import { feedbackUntil } from './feedback-window.ts'

const endsAt = new Date('2025-03-12T00:00:00Z')
const event = { endsAt, cancelledAt: null, asksFeedback: true }
const last = new Date('2025-05-11T00:00:00Z')

test.each([
  ['while it runs', {}, 'confirmed', '2025-03-11T23:59:59Z', null],
  ['at its end', {}, 'confirmed', '2025-03-12T00:00:00Z', last],
  ['on the last day', {}, 'confirmed', '2025-05-10T23:59:59Z', last],
  ['sixty days later', {}, 'confirmed', '2025-05-11T00:00:00Z', null],
  ['of what was called off', { cancelledAt: endsAt }, 'confirmed', '2025-03-13T00:00:00Z', null],
  ['of what asks nothing', { asksFeedback: false }, 'confirmed', '2025-03-13T00:00:00Z', null],
] as const)('%s', (_, values, state, now, until) => {
  expect(feedbackUntil({ event: { ...event, ...values }, state, now: new Date(now) })).toEqual(until)
})

test('only whoever had a seat is asked', () => {
  const now = new Date('2025-03-13T00:00:00Z')
  const asked = registrationStates.filter((state) => feedbackUntil({ event, state, now }))
  expect(asked).toEqual(['confirmed'])
})
