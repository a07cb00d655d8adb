import { expect, it } from 'vitest'
import { slotProblem } from './slot-problem.ts'

const at = (time: string) => new Date(`2025-03-11T${time}:00Z`)
const event = { startsAt: at('18:00'), endsAt: at('20:00') }

it.each([
  ['18:00', '20:00', null],
  ['18:30', '18:45', null],
  [null, null, null],
  ['18:30', null, 'session-half-timed'],
  [null, '18:30', 'session-half-timed'],
  ['19:00', '19:00', 'session-ends-before-start'],
  ['19:00', '18:00', 'session-ends-before-start'],
  ['17:59', '18:30', 'session-outside-event'],
  ['19:30', '20:01', 'session-outside-event'],
])('a session from %s to %s: %s', (from, to, problem) => {
  expect(slotProblem({ startsAt: from ? at(from) : null, endsAt: to ? at(to) : null }, event)).toBe(problem)
})
