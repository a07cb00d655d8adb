import { describe, expect, test } from 'vitest'
import { plainWords, publicWords, type Verdict, wordsState } from './note.ts'

const text = { vi: 'Chào', en: 'Hello', original: 'vi' as const }
const said = { personId: 'giang', guestName: '', text }
const of = (locale: 'vi' | 'en', words: string, verdict: 'approved' | 'refused'): Verdict => ({
  locale,
  words,
  verdict,
})
const yes = of('vi', 'Chào', 'approved')
const no = of('vi', 'Chào', 'refused')

describe('how words stand', () => {
  test.each<
    [string, Partial<Omit<typeof said, 'personId'> & { personId: string | null }>, Verdict[], string]
  >([
    ['nobody was asked', {}, [], 'open'],
    ['they were approved', {}, [yes], 'approved'],
    ['they were refused', {}, [no], 'refused'],
    ['the last answer counts', {}, [yes, no], 'refused'],
    ['the last answer counts, the other way', {}, [no, yes], 'approved'],
    ['they are others since', {}, [of('vi', 'Xin chào', 'approved')], 'open'],
    ['the other language was approved', {}, [of('en', 'Hello', 'approved')], 'open'],
    ['the same words stand again', {}, [yes, of('vi', 'Xin chào', 'refused')], 'approved'],
    ['nobody in particular said them', { personId: null }, [], 'free'],
    ['a guest said them', { personId: null, guestName: 'Bà Tư' }, [], 'open'],
    ['there are none in this language', { text: { en: 'Hello' } as typeof text }, [], 'missing'],
  ])('%s', (_, change, verdicts, state) => {
    expect(wordsState({ ...said, ...change }, verdicts, 'vi')).toBe(state)
  })
})

describe('what the public reads', () => {
  const note = { ...said, offRecord: false, removed: false }
  const both = [yes, of('en', 'Hello', 'approved')]
  const free = { ...note, personId: null }
  test.each<
    [string, Partial<Omit<typeof note, 'personId'> & { personId: string | null }>, boolean, Verdict[], object]
  >([
    ['nothing that waits', {}, false, [], {}],
    ['the language that was approved', {}, false, [yes], { vi: 'Chào' }],
    ['both when both were', {}, false, both, { vi: 'Chào', en: 'Hello' }],
    ['what nobody in particular said', free, false, [], { vi: 'Chào', en: 'Hello' }],
    ['nothing off the record', { offRecord: true }, false, both, {}],
    ['nothing of a session off the record', {}, true, both, {}],
    ['nothing of the table off the record', { ...free, offRecord: true }, false, [], {}],
    ['nothing that was removed', { removed: true }, false, both, {}],
  ])('%s', (_, change, sessionOffRecord, verdicts, expected) => {
    expect(publicWords({ ...note, ...change }, sessionOffRecord, verdicts)).toEqual(expected)
  })
})

test('words without what only translators need', () => {
  expect(plainWords({ ...text, madeFrom: 'x' })).toEqual({ vi: 'Chào', en: 'Hello' })
  expect(plainWords({ vi: 'Chào', en: '' })).toEqual({ vi: 'Chào' })
})
