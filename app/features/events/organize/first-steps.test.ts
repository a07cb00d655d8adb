import { expect, it } from 'vitest'
import { firstSteps } from './first-steps.ts'

const fresh = { sessions: 0, isAgendaPublished: false, opensAt: null, publishedAt: null }
const now = new Date('2026-06-01T00:00Z')
const done = (seen: Parameters<typeof firstSteps>[0]) =>
  firstSteps(seen).flatMap(({ step, isDone }) => (isDone ? [step] : []))

it.each([
  ['a new event', fresh, []],
  ['two sessions', { ...fresh, sessions: 2 }, []],
  ['three sessions', { ...fresh, sessions: 3 }, ['sessions']],
  ['a published agenda', { ...fresh, sessions: 4, isAgendaPublished: true }, ['sessions', 'agenda']],
  ['an open form', { ...fresh, opensAt: now }, ['window']],
])('%s', (_, seen, expected) => {
  expect(done(seen)).toEqual(expected)
})

it('leads to the one press that shows the page, and ends there', () => {
  expect(firstSteps(fresh).at(-1)).toMatchObject({ step: 'publish', place: '#publication' })
  expect(firstSteps({ ...fresh, publishedAt: now })).toEqual([])
})
