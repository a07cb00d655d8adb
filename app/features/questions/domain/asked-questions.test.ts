import { describe, expect, it, test } from 'vitest'
import { anyFile, questionOf, randomAnswers, randomForm } from '#tests/factories/questions.ts'
import { seededRandom } from '#tests/factories/randomness.ts'
import { askedQuestions, type Guest } from './asked-questions.ts'
import { answersToStore, parseAnswers } from './parse-answers.ts'
import type { ConditionTerm, Question } from './question-details.ts'
import { checkConditions } from './question-rules.ts'

const guest: Guest = { category: 'guest', language: 'vi' }
const moments = ['registration'] as const
const files = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`q${at}`, [anyFile]]))
const when = (join: 'all' | 'any', ...terms: [string, ConditionTerm['test'], string?][]) => ({
  join,
  terms: terms.map(([about, test, value = '']) => ({ about, test, value })),
})
const codes = (form: Question[], said: Record<string, string[]>, who = guest) =>
  askedQuestions(form, said, who).map(({ code }) => code)

describe('what is asked', () => {
  const first = questionOf({ code: 'first', kind: 'yes-no' })
  it.each([
    ['is', 'yes', { first: ['yes'] }, true],
    ['is', 'yes', { first: ['no'] }, false],
    ['is', 'yes', {}, false],
    ['is-not', 'yes', { first: ['no'] }, true],
    ['is-not', 'yes', {}, false],
    ['answered', '', { first: ['no'] }, true],
    ['answered', '', { first: [' \u200b'] }, false],
    ['empty', '', {}, true],
    ['empty', '', { first: ['no'] }, false],
    ['at-least', '2', { first: ['2'] }, true],
    ['at-least', '2', { first: ['1,5'] }, false],
    ['at-most', '2', { first: ['1.5'] }, true],
    ['at-most', '2', { first: ['many'] }, false],
  ] as const)('%s %s after %o: %s', (test, value, said, isAsked) => {
    const then = questionOf({ code: 'then', condition: when('all', ['first', test, value]) })
    expect(codes([first, then], said as Record<string, string[]>).includes('then')).toBe(isAsked)
  })

  it('follows chains, and forgets what a hidden one held', () => {
    const form = [
      first,
      questionOf({ code: 'second', kind: 'yes-no', condition: when('all', ['first', 'is', 'yes']) }),
      questionOf({ code: 'last', condition: when('all', ['second', 'is', 'yes']) }),
      questionOf({ code: 'otherwise', condition: when('all', ['second', 'empty']) }),
    ]
    expect(codes(form, { first: ['yes'], second: ['yes'] })).toEqual(['first', 'second', 'last'])
    expect(codes(form, { first: ['no'], second: ['yes'], last: ['x'] })).toEqual(['first'])
  })

  it('joins by all or any, and knows category and language', () => {
    const terms = [
      ['@category', 'is', 'press'],
      ['@language', 'is', 'en'],
    ] as [string, ConditionTerm['test'], string][]
    const form = [
      questionOf({ code: 'both', condition: when('all', ...terms) }),
      questionOf({ code: 'either', condition: when('any', ...terms) }),
      questionOf({ code: 'press', categories: ['press'] }),
    ]
    expect(codes(form, {})).toEqual([])
    expect(codes(form, {}, { category: 'press', language: 'vi' })).toEqual(['either', 'press'])
    expect(codes(form, {}, { category: 'guest', language: 'en' })).toEqual(['either'])
    expect(codes(form, {}, { category: 'press', language: 'en' })).toEqual(['both', 'either', 'press'])
  })
})

test('a condition is about an earlier question, and an answer that can be given', () => {
  const first = questionOf({
    code: 'first',
    kind: 'one',
    choices: [{ code: 'a', label: {}, isRetired: false }],
  })
  const then = (test: ConditionTerm['test'], value: string) =>
    questionOf({ code: 'then', condition: when('all', ['first', test, value]) })
  expect(() => checkConditions([first, then('is', 'a')])).not.toThrow()
  for (const wrong of [
    [then('is', 'a'), first],
    [first, then('is', 'b')],
    [first, then('at-least', '1')],
    [questionOf({ code: 'then', condition: when('all', ['then', 'answered']) })],
  ]) {
    expect(() => checkConditions(wrong)).toThrow(expect.objectContaining({ code: 'question-order' }))
  }
})

/** Fills in what the page shows and sends it, again and again, as somebody without script does. */
function byRounds(form: Question[], wish: Record<string, string[]>, who: Guest) {
  let page = askedQuestions(form, {}, who).map(({ code }) => code)
  for (let round = 0; round <= form.length; round++) {
    const values = Object.fromEntries(page.map((code) => [code, wish[code] ?? []]))
    const parsed = parseAnswers(form, { values, shown: new Set(page), files }, who, { moments })
    if (parsed.unseen.length === 0) return parsed
    page = parsed.asked
  }
  throw new Error('The rounds came to no end')
}

test('in forms of 1 to 40 questions page, rounds and server agree on what is asked and stored', () => {
  for (let seed = 1; seed <= 400; seed++) {
    const random = seededRandom(seed)
    const form = randomForm(random)
    checkConditions(form)
    const wish = randomAnswers(random, form)
    const who = { category: random.pick(['guest', 'press', 'delegate']), language: random.pick(['vi', 'en']) }
    // With script everything is in the form, also what was typed before it was hidden.
    const shown = codes(form, wish, who)
    const sent = Object.fromEntries(shown.map((code) => [code, wish[code] ?? []]))
    const withScript = parseAnswers(form, { values: sent, shown: new Set(shown), files }, who, { moments })
    const cheating = parseAnswers(form, { values: wish, shown: null, files }, who, { moments })
    const without = byRounds(form, wish, who)
    const stored = answersToStore(form, cheating, { guest: who, moments, at: new Date() })
    expect(withScript, `seed ${seed}`).toEqual({
      asked: shown,
      answers: expect.anything(),
      faults: {},
      unseen: [],
    })
    expect(without, `seed ${seed}`).toEqual(withScript)
    expect(cheating, `seed ${seed}`).toEqual(withScript)
    const isSaid = (code: string) => (wish[code] ?? []).length > 0
    expect(Object.keys(stored), `seed ${seed}`).toEqual(shown.filter(isSaid))
    // What is stored leads to the same questions as what was typed.
    const kept = Object.fromEntries(Object.entries(stored).map(([code, { values }]) => [code, values]))
    expect(codes(form, kept, who), `seed ${seed}`).toEqual(shown)
  }
})
