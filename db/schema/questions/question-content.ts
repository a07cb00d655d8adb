import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { ConditionJoin, ConditionTest, Locale } from '#app/shared/vocabulary.ts'

/** One of the choices of a question. Its code is what answers hold; one that was given keeps its place when it is retired. */
export type QuestionChoice = { code: string; label: TranslatedText; isRetired: boolean }

/** A version of the text that is agreed to. Earlier ones stay, so that it can be read what somebody agreed to. */
export type AgreedText = { version: number; text: TranslatedText; at: string }

/** `about` is the code of an earlier question, or one of the two that are known of everybody (`@category`, `@language`). */
export type ConditionTerm = { about: string; test: ConditionTest; value: string }
export type QuestionCondition = { join: ConditionJoin; terms: ConditionTerm[] }

/**
 * What somebody answered, with the question and the answer as they stood then, in the language in which it was asked:
 * it can be read when the question was changed or taken away.
 */
export type GivenAnswer = { values: string[]; asked: string; shown: string; lang: Locale; at: string }
export type GivenAnswers = Record<string, GivenAnswer>
