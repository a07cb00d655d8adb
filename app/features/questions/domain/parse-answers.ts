import { composed } from '#app/shared/forms/form-text.ts'
import { readPlain } from '#app/shared/i18n/translated-text.ts'
import { ownValue } from '#app/shared/own-value.ts'
import type { Locale, QuestionMoment } from '#app/shared/vocabulary.ts'
import type { GivenAnswer, GivenAnswers } from '#db/schema/questions/question-content.ts'
import { type AskingRule, askedQuestions, type Guest, numberIn, saidIn } from './asked-questions.ts'
import type { Question } from './question-details.ts'
import { shownAnswer } from './shown-answer.ts'

/** What a form brought: the values by question, and which questions stood in it (null when it does not say). */
export type Posted = {
  values: Record<string, string[]>
  shown: ReadonlySet<string> | null
  /** Which of the values are files that were taken in, and why others were not, by question. */
  files?: Readonly<Record<string, readonly string[]>>
  faults?: Record<string, string>
}

export type Parsed = {
  /** The codes of what is asked of this guest after these answers, in order. */
  asked: string[]
  answers: Record<string, string[]>
  /** Message keys by question. */
  faults: Record<string, string>
  /** What is asked only since these answers, and stood in no form yet. */
  unseen: string[]
}

const longest = { short: 300, long: 4000 }
const most = 100

/** The fields of a form that are answers (`answers.<code>`), and the questions that it showed (`shown`). */
export function postedAnswers(fields: FormData): Posted {
  const values: Record<string, string[]> = {}
  for (const name of new Set(fields.keys())) {
    const code = /^answers\.([a-z0-9-]+)$/.exec(name)?.[1]
    if (!code) continue
    const typed = fields.getAll(name).filter((value) => typeof value === 'string')
    values[code] = typed.slice(0, most).map(composed)
  }
  const shown = fields.has('shown') ? new Set(fields.getAll('shown').map(String)) : null
  return { values, shown }
}

/**
 * What a form's answers come to, by the rule that the form itself goes by. `before` is what is stored already: questions of
 * other moments keep their answers, and a choice or text that is no longer offered may stay as it was given.
 */
export function parseAnswers(
  questions: readonly Question[],
  posted: Posted,
  guest: Guest,
  { moments, before = {} }: { moments: readonly QuestionMoment[]; before?: GivenAnswers },
): Parsed {
  const { shown, files = {}, faults = {} } = posted
  const said = allSaid(questions, posted.values, { moments, before })
  const here = askedQuestions(questions, said, guest).filter(({ moment }) => moments.includes(moment))
  const parsed: Parsed = { asked: here.map(({ code }) => code), answers: {}, faults: {}, unseen: [] }
  for (const question of here) {
    const { code } = question
    const own = said[code] ?? []
    if (shown && !shown.has(code) && own.length === 0) {
      parsed.unseen.push(code)
      continue
    }
    const kept = [...(ownValue(before, code)?.values ?? []), ...(ownValue(files, code) ?? [])]
    const found = parseAnswer(question, own, kept)
    const fault = ownValue(faults, code) ?? found.fault
    if (fault) parsed.faults[code] = fault
    else if (found.values.length > 0) parsed.answers[code] = found.values
  }
  return parsed
}

/** What a form says, and what is stored of other moments, by question, as far as it says anything. */
export function allSaid(
  questions: readonly Question[],
  values: Posted['values'],
  { moments, before }: { moments: readonly QuestionMoment[]; before: GivenAnswers },
): Record<string, string[]> {
  return Object.fromEntries(
    questions.map(({ code, kind, moment }) => {
      const typed = saidIn(ownValue(values, code) ?? [])
      const single = kind === 'several' ? typed : typed.slice(0, 1)
      return [code, moments.includes(moment) ? single : (ownValue(before, code)?.values ?? [])]
    }),
  )
}

type One = { values: string[]; fault?: string }

function parseAnswer(question: Question, said: string[], before: string[]): One {
  const [value] = said
  if (value === undefined) {
    return question.isRequired ? { values: [], fault: missing(question) } : { values: [] }
  }
  if (question.kind === 'several' || question.kind === 'one') return chosen(question, said, before)
  return { values: [value], ...parseValue(question, value, before) }
}

function parseValue(
  question: Question,
  value: string,
  before: string[],
): { values?: string[]; fault?: string } {
  const { kind, texts } = question
  if (kind === 'short' || kind === 'long') {
    const text = kind === 'short' ? lineOf(value) : linesOf(value)
    const limit = longest[kind]
    return text.length > limit ? { fault: `shared.form.too-long?max=${limit}` } : { values: [text] }
  }
  if (kind === 'yes-no') return value === 'yes' || value === 'no' ? {} : { fault: 'shared.form.choose' }
  if (kind === 'number') {
    const number = numberIn(value)
    return number === null ? { fault: 'questions.fault.number' } : { values: [String(number)] }
  }
  if (kind === 'date') return isDay(value) ? {} : { fault: 'questions.fault.date' }
  // A file that this event was not handed in, or that was thrown away meanwhile.
  if (kind === 'file') return before.includes(value) ? {} : { fault: 'questions.fault.file-gone' }
  // Whoever ticked the box of an older text has not agreed to the new one.
  const isText = value === String(texts.at(-1)?.version) || before.includes(value)
  return isText ? {} : { fault: 'questions.fault.agreement-changed' }
}

// Controls and invisible direction marks could hide or reorder what is read.
const lineOf = (text: string) =>
  text.replace(/\s+/g, ' ').replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
const linesOf = (text: string) => text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '')

function chosen({ choices }: Question, said: string[], before: string[]): One {
  const isOffered = (code: string) =>
    choices.some((choice) => choice.code === code && (!choice.isRetired || before.includes(code)))
  if (!said.every(isOffered)) return { values: [], fault: 'shared.form.choose' }
  // In the order of the choices, whatever order they were sent in.
  return { values: choices.map(({ code }) => code).filter((code) => said.includes(code)) }
}

function missing({ kind }: Question): string {
  if (kind === 'agreement') return 'questions.fault.agreement'
  const isChoice = kind === 'one' || kind === 'several' || kind === 'yes-no'
  return isChoice ? 'shared.form.choose' : 'shared.form.missing'
}

function isDay(value: string): boolean {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(value)) return false
  const day = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)
}

/**
 * What is stored of a registration after a form: the new answers, those of other moments that are still asked, and those to
 * questions that were taken away since. One that was not changed stays as it was asked.
 */
export function answersToStore(
  questions: readonly Question[],
  { asked, answers }: Pick<Parsed, 'asked' | 'answers'>,
  { guest, moments, before = {}, at }: Storing,
): GivenAnswers {
  const language = guest.language as Locale
  const known = new Map(questions.map((question) => [question.code, question]))
  const kept = Object.entries(before).filter(([code]) => {
    const question = known.get(code)
    return !question || !moments.includes(question.moment)
  })
  const given = asked.flatMap((code): [string, GivenAnswer][] => {
    const [question, values] = [known.get(code), ownValue(answers, code)]
    if (!question || !values) return []
    const earlier = ownValue(before, code)
    if (earlier && same(earlier.values, values)) return [[code, earlier]]
    const asked = readPlain(question.label, language)
    const shown = shownAnswer(question, values, language)
    return [[code, { values, asked: asked.text, shown, lang: language, at: at.toISOString() }]]
  })
  return stillAsked(questions, Object.fromEntries([...kept, ...given]), guest)
}

type Storing = { guest: Guest; moments: readonly QuestionMoment[]; before?: GivenAnswers; at: Date }

/** Of stored answers those that this guest is still asked, and those to questions that were taken away. */
export function stillAsked(
  questions: readonly AskingRule[],
  given: GivenAnswers,
  guest: Guest,
): GivenAnswers {
  const said = Object.fromEntries(Object.entries(given).map(([code, { values }]) => [code, values]))
  const asked = new Set(askedQuestions(questions, said, guest).map(({ code }) => code))
  const known = new Set(questions.map(({ code }) => code))
  return Object.fromEntries(Object.entries(given).filter(([code]) => asked.has(code) || !known.has(code)))
}

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((value, at) => value === b[at])
