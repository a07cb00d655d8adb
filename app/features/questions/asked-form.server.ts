import { getLocale } from '#app/paraglide/runtime.js'
import { type FormErrors, type FormValues, putAt } from '#app/shared/forms/form-values.ts'
import type { RefusedForm } from '#app/shared/forms/read-form.server.ts'
import type { Locale, QuestionMoment } from '#app/shared/vocabulary.ts'
import { askedQuestions, type Guest } from './domain/asked-questions.ts'
import { type Parsed, type Posted, parseAnswers } from './domain/parse-answers.ts'
import type { GivenAnswers, Question } from './domain/question-details.ts'
import { questionView } from './question-view.ts'

type Asking = { guest: Guest; moments: readonly QuestionMoment[]; before?: GivenAnswers; locale?: Locale }

/** What a form asks at first, and all that it may come to ask. */
export function askingView(
  questions: readonly Question[],
  { guest, moments, before = {}, locale = getLocale() }: Asking,
) {
  const given = Object.fromEntries(Object.entries(before).map(([code, { values }]) => [code, values]))
  const asked = askedQuestions(questions, given, guest).filter(({ moment }) => moments.includes(moment))
  return {
    // All of them: which one of these is asked may depend on one of an earlier moment.
    questions: questions
      .filter(({ moment }) => moments.includes(moment))
      .map((question) => questionView(question, locale, given[question.code])),
    asked: asked.map(({ code }) => code),
    given,
  }
}

export type AskingView = ReturnType<typeof askingView>

/** What the answers of a form come to. */
export function readAnswers(posted: Posted, questions: readonly Question[], asking: Asking) {
  const parsed = parseAnswers(questions, posted, asking.guest, asking)
  const isWhole = parsed.unseen.length === 0 && Object.keys(parsed.faults).length === 0
  return { posted, parsed, isWhole }
}

/**
 * The form again, with the faults of its answers and with what they led to: without script a form with conditions is
 * filled in by rounds, each of which shows what the one before brought up.
 */
export function withAnswers(
  form: { errors?: FormErrors; values: FormValues },
  { posted, parsed }: { posted: Posted; parsed: Parsed },
): RefusedForm {
  const errors: FormErrors = { ...form.errors }
  for (const [code, message] of Object.entries(parsed.faults)) {
    putAt(errors, ['answers', code], { type: 'refused', message })
  }
  if (parsed.unseen.length > 0) errors.form = { type: 'asked', message: 'questions.fault.more' }
  return { ok: false, errors, values: { ...form.values, answers: posted.values } }
}
