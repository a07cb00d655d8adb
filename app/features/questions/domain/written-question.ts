import { edit, type TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { freeSlug, slugOf } from '#app/shared/slug.ts'
import type { Locale, QuestionKind } from '#app/shared/vocabulary.ts'
import type { AgreedText, QuestionChoice } from '#db/schema/questions/question-content.ts'
import { hasChoices, type Question, type QuestionDetails, type Written } from './question-details.ts'

type Stored = Pick<
  Question,
  'label' | 'help' | 'isRequired' | 'moment' | 'categories' | 'choices' | 'texts' | 'condition'
>
const blank: Pick<Stored, 'label' | 'help' | 'choices' | 'texts'> = {
  label: {},
  help: {},
  choices: [],
  texts: [],
}

/**
 * What an organizer wrote as it is stored, over what was stored before. Choices that left the form are retired and stay with
 * their labels; another text to agree to is another version.
 */
export function writtenQuestion(
  kind: QuestionKind,
  details: QuestionDetails,
  { locale, now, before = blank }: { locale: Locale; now: Date; before?: typeof blank },
): Stored {
  const put = (old: TranslatedText, words: Written) => edit(old, words, locale, words.confirmed)
  const { isRequired, moment, categories, condition } = details
  return {
    label: put(before.label, details.label),
    help: put(before.help, details.help),
    isRequired,
    moment,
    categories: [...categories].sort(),
    choices: hasChoices(kind) ? choicesOf(details.choices, before.choices, put) : [],
    texts: kind === 'agreement' ? textsOf(details.text, before.texts, put, now) : [],
    condition: condition && condition.terms.length > 0 ? condition : null,
  }
}

type Put = (old: TranslatedText, words: Written) => TranslatedText

function choicesOf(
  written: QuestionDetails['choices'],
  before: QuestionChoice[],
  put: Put,
): QuestionChoice[] {
  const taken = new Set([...reserved, ...before.map(({ code }) => code)])
  const choices = written.map(({ code, label, isRetired }): QuestionChoice => {
    const old = before.find((one) => one.code === code)
    if (old) return { code, label: put(old.label, label), isRetired }
    const own = codeFrom(label, 'choice', taken)
    taken.add(own)
    return { code: own, label: put({}, label), isRetired }
  })
  const gone = before.filter((old) => !choices.some(({ code }) => code === old.code))
  return [...choices, ...gone.map((old) => ({ ...old, isRetired: true }))]
}

function textsOf(words: Written, before: AgreedText[], put: Put, now: Date): AgreedText[] {
  const last = before.at(-1)
  const text = put(last?.text ?? {}, words)
  if (last && text.vi === last.text.vi && text.en === last.text.en) {
    return [...before.slice(0, -1), { ...last, text }]
  }
  return [...before, { version: (last?.version ?? 0) + 1, text, at: now.toISOString() }]
}

/** What every object has, or a form calls otherwise, is no name for a field. */
const reserved = ['constructor', 'prototype']

/** A code made from words, once. */
export function codeFrom(words: Written, otherwise: string, taken: ReadonlySet<string>): string {
  const wish =
    slugOf(words.en || words.vi || '')
      .slice(0, 40)
      .replace(/-$/, '') || otherwise
  return freeSlug(wish, new Set([...taken, ...reserved]))
}
