import { describe, expect, it } from 'vitest'
import { notesOn } from './category-choice.tsx'

const choice = {
  code: 'press',
  name: { vi: 'Báo chí', en: 'Press' },
  description: {},
  seatsLeft: 4,
  waits: false,
  closed: false,
  needsApproval: false,
  restricted: false,
  takesCode: false,
  companionLimit: 0,
  takesAddress: false,
}
const withCode = { restricted: true, takesCode: true }
const described = { description: { vi: 'Cần mã.', en: 'Needs a code.' } }

describe('what the form says of a category', () => {
  it.each([
    ['seats', {}, ['left']],
    ['a waitlist', { seatsLeft: null, waits: true }, ['waits']],
    ['that it is full, and nothing beside it', { closed: true, seatsLeft: null, ...withCode }, ['closed']],
    ['who chooses, and no number of seats', { needsApproval: true }, ['approval']],
    ['that a code opens it', withCode, ['left', 'code']],
    ['that an address opens it', { restricted: true, takesAddress: true }, ['left', 'address']],
    ['that either does', { ...withCode, takesAddress: true }, ['left', 'code-or-address']],
    ['what the organizers wrote, once', { ...withCode, ...described }, ['left']],
  ])('%s', (_what, over, notes) => {
    expect(notesOn({ ...choice, ...over })).toEqual(notes)
  })
})
