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
    'Lan published the agenda, version 2. Emails held back: 3.',
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

const speaker = 'Vũ Ngọc Tâm'
const assistant = `${speaker} (lan@example.org)`

it.each([
  ['deputy.named', speaker, 'person', { for: speaker }, 'Vũ Ngọc Tâm named Money as deputy'],
  [
    'deputy.named',
    assistant,
    'assistant',
    { for: speaker },
    'The assistant of Vũ Ngọc Tâm (lan@example.org) named Money as deputy of Vũ Ngọc Tâm',
  ],
  ['agenda.edited', speaker, 'person', { sessions: 1 }, 'Vũ Ngọc Tâm edited the draft agenda: Money'],
  [
    'profile.edited',
    assistant,
    'assistant',
    {},
    'The assistant of Vũ Ngọc Tâm (lan@example.org) edited the profile of Money',
  ],
  ['profile.edited', speaker, 'person', {}, 'Vũ Ngọc Tâm edited the profile of Money'],
  ['proposal.made', speaker, 'person', {}, 'Vũ Ngọc Tâm proposed another time'],
  ['slides.added', speaker, 'person', {}, 'Vũ Ngọc Tâm handed in slides'],
  ['slides.removed', speaker, 'person', {}, 'Vũ Ngọc Tâm took slides back'],
  ['words.approved', speaker, 'person', {}, 'Vũ Ngọc Tâm approved the words “Money”.'],
  ['invitation.answered', speaker, 'person', { way: 'page', answer: 'declined' }, 'Money answered: Declined'],
  [
    'invitation.answered',
    assistant,
    'assistant',
    { way: 'assistant', answer: 'accepted' },
    'The assistant of Money answered: Accepted',
  ],
  ['agenda.edited', 'clock', undefined, {}, 'The system edited the draft agenda: Money'],
  ['profile.edited', 'Money', undefined, {}, 'Money edited the profile of Money'],
  ['agenda.edited', '', undefined, {}, 'A guest edited the draft agenda: Money'],
])('%s by %s, who holds the link as %s, names them', (verb, actorName, holder, details, sentence) => {
  overwriteGetLocale(() => 'en')
  const view = { accountId: null, actorName, subjectName: 'Money', details: { ...details, holder } }
  expect(activitySentence({ ...view, verb })).toBe(sentence)
})
