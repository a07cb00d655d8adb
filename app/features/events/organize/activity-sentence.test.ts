import { expect, it } from 'vitest'
import { overwriteGetLocale } from '#app/paraglide/runtime.js'
import { activitySentence } from './activity-sentence.ts'

const entry = { accountId: 'a', actorName: 'Lan', subjectName: 'Money' }

it.each([
  ['agenda.edited', { sessions: 1 }, 'Lan edited the draft agenda: Money'],
  ['agenda.edited', { sessions: 3 }, 'Lan edited the draft agenda: Money, and 2 more'],
  ['agenda.edited', {}, 'Lan edited the draft agenda: Money'],
  ['agenda.published', { number: 2, heldBack: 0 }, 'Lan published the agenda, version 2.'],
  [
    'agenda.published',
    { number: 2, heldBack: 3 },
    'Lan published the agenda, version 2. Mails held back: 3.',
  ],
  [
    'agenda.published',
    { number: 7, restoredFrom: 1 },
    'Lan took the agenda back to version 1 and published it as version 7.',
  ],
])('%s with %o says who did what', (verb, details, sentence) => {
  overwriteGetLocale(() => 'en')
  expect(activitySentence({ ...entry, verb, details })).toBe(sentence)
})
