import { describe, expect, it } from 'vitest'
import { anyFile, choicesOf, questionOf } from '#tests/factories/questions.ts'
import { fileAnswer } from './files/file-answer.ts'
import { answersToStore, parseAnswers, postedAnswers } from './parse-answers.ts'
import { shownAnswer } from './shown-answer.ts'

const guest = { category: 'guest', language: 'en' }
const moments = ['registration'] as const
const text = (version: number) => ({ version, text: { en: `Text ${version}` }, at: '2025-01-01T00:00:00Z' })

function parsed(values: Parameters<typeof questionOf>[0], typed: string[], before: string[] = []) {
  const question = questionOf({ code: 'q', ...values })
  const given = { q: { values: before, asked: '', shown: '', lang: 'en' as const, at: '' } }
  const { answers, faults } = parseAnswers([question], { values: { q: typed }, shown: null }, guest, {
    moments,
    ...(before.length > 0 && { before: given }),
  })
  return faults.q ?? answers.q ?? null
}

describe('an answer', () => {
  it.each([
    ['short', ['  two   words '], ['two words']],
    ['short', ['x'.repeat(301)], 'shared.form.too-long?max=300'],
    ['short', ['\u202eabc'], ['abc']],
    ['long', ['a\r\nb'], ['a\nb']],
    ['number', ['1,5'], ['1.5']],
    ['number', ['a lot'], 'questions.fault.number'],
    ['date', ['2027-02-28'], ['2027-02-28']],
    ['date', ['2027-02-30'], 'questions.fault.date'],
    ['yes-no', ['perhaps'], 'shared.form.choose'],
    ['yes-no', ['no', 'yes'], ['no']],
    ['short', [' '], null],
  ] as const)('of kind %s: %o is %o', (kind, typed, found) => {
    expect(parsed({ kind }, [...typed])).toEqual(found)
  })

  it('is one of the choices that are offered, or the one that was given', () => {
    const [a, b] = choicesOf('a', 'b')
    const choices = [a, { ...b, isRetired: true }] as ReturnType<typeof choicesOf>
    expect(parsed({ kind: 'several', choices }, ['a'])).toEqual(['a'])
    expect(parsed({ kind: 'several', choices }, ['b', 'a'])).toBe('shared.form.choose')
    expect(parsed({ kind: 'several', choices }, ['b', 'a'], ['b'])).toEqual(['a', 'b'])
    expect(parsed({ kind: 'one', choices }, ['c'])).toBe('shared.form.choose')
  })

  it('agrees to the text that was read, not to a newer one', () => {
    const texts = [text(1), text(2)]
    expect(parsed({ kind: 'agreement', texts, isRequired: true }, [])).toBe('questions.fault.agreement')
    expect(parsed({ kind: 'agreement', texts }, ['2'])).toEqual(['2'])
    expect(parsed({ kind: 'agreement', texts }, ['1'])).toBe('questions.fault.agreement-changed')
    expect(parsed({ kind: 'agreement', texts }, ['1'], ['1'])).toEqual(['1'])
  })

  it('is a file that was taken in, or the one that was given', () => {
    const kind = 'file'
    expect(parsed({ kind }, [anyFile], [anyFile])).toEqual([anyFile])
    expect(parsed({ kind }, [anyFile])).toBe('questions.fault.file-gone')
    const question = questionOf({ code: 'q', kind, isRequired: true })
    const posted = (values: string[]) => ({ values: { q: values }, shown: null, files: { q: [anyFile] } })
    expect(parseAnswers([question], posted([anyFile]), guest, { moments }).answers.q).toEqual([anyFile])
    const wrong = { ...posted([]), faults: { q: 'questions.fault.file-kind' } }
    expect(parseAnswers([question], wrong, guest, { moments }).faults.q).toBe('questions.fault.file-kind')
    expect(shownAnswer(question, [anyFile], 'en')).toBe('a.pdf')
    const parted = fileAnswer('s'.repeat(24), 'f'.repeat(64), 'a\u2028b.pdf')
    expect(shownAnswer(question, [parted], 'en')).toBe('a\u2028b.pdf')
  })

  it('is no file of another question, nor one where a text is agreed to', () => {
    const posted = { values: { q: [anyFile] }, shown: null, files: { cv: [anyFile] } }
    const said = (values: object) =>
      parseAnswers([questionOf({ code: 'q', ...values })], posted, guest, { moments }).faults.q
    expect(said({ kind: 'file' })).toBe('questions.fault.file-gone')
    expect(said({ kind: 'agreement', texts: [text(1)] })).toBe('questions.fault.agreement-changed')
  })

  it('is missing only where it is asked and must be given', () => {
    expect(parsed({ isRequired: true }, [])).toBe('shared.form.missing')
    expect(parsed({ isRequired: true, kind: 'several', choices: choicesOf('a', 'b') }, [])).toBe(
      'shared.form.choose',
    )
    expect(parsed({ isRequired: true, categories: ['press'] }, [])).toBeNull()
  })
})

it('names of fields that are no question’s do no harm', () => {
  const fields = new FormData()
  for (const name of ['answers.constructor', 'answers.__proto__', 'answers.a.b', 'answers.q'])
    fields.append(name, 'x')
  const form = [questionOf({ code: 'q' }), questionOf({ code: 'other', isRequired: true })]
  const { answers, faults } = parseAnswers(form, postedAnswers(fields), guest, { moments })
  expect({ answers, faults }).toEqual({ answers: { q: ['x'] }, faults: { other: 'shared.form.missing' } })
})

it('what is stored keeps the words in which it was asked and given', () => {
  const before = questionOf({ code: 'q', kind: 'one', label: { en: 'Which?' }, choices: choicesOf('a', 'b') })
  const storing = { guest, moments, at: new Date('2025-03-01T00:00:00Z') }
  const given = answersToStore([before], { asked: ['q'], answers: { q: ['a'] } }, storing)
  expect(given.q).toEqual({
    values: ['a'],
    asked: 'Which?',
    shown: 'A',
    lang: 'en',
    at: '2025-03-01T00:00:00.000Z',
  })
  const later = { ...before, label: { en: 'Something else?' } }
  const again = { ...storing, before: given, at: new Date('2025-03-02T00:00:00Z') }
  expect(answersToStore([later], { asked: ['q'], answers: { q: ['a'] } }, again)).toEqual(given)
  expect(answersToStore([later], { asked: ['q'], answers: { q: ['b'] } }, again).q).toMatchObject({
    asked: 'Something else?',
  })
  // One that was taken away keeps its answer, one that is no longer asked does not.
  expect(answersToStore([], { asked: [], answers: {} }, again)).toEqual(given)
  const ofOthers = { ...before, moment: 'afterwards' as const, categories: ['press'] }
  expect(answersToStore([ofOthers], { asked: [], answers: {} }, again)).toEqual({})
})
