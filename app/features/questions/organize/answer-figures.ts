import { leastGroup, shownGroups } from '#app/features/figures/domain/small-groups.ts'
import type { Question } from '#app/features/questions/domain/question-details.ts'
import { shownAnswer } from '#app/features/questions/domain/shown-answer.ts'
import { readPlain } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'

type Counted = { value: string; count: number }

/** What was answered to one question, with nothing that speaks of fewer than five people. */
export type AnswerFigures = {
  code: string
  label: { text: string; lang: Locale }
  answered: number
  rows: { label: string; count: number; share: number }[]
  /** Answers of which each was given by too few to stand alone: without their numbers. */
  few: string[]
  /** Of numbers, where enough were given. */
  sum: number | null
}

/**
 * Of one answer each, groups are shown as in all figures: what is left out cannot be told from what is shown. Where people
 * gave several answers, their counts do not add up to anything, so that each stands or falls alone.
 */
export function answerFigures(
  question: Question,
  counted: readonly Counted[],
  answered: number,
  locale: Locale,
): AnswerFigures {
  const { code, kind, choices } = question
  const figures = { code, label: readPlain(question.label, locale), answered, rows: [], few: [], sum: null }
  if (kind === 'number') {
    const sum = counted.reduce((all, { value, count }) => all + Number(value) * count, 0)
    return { ...figures, sum: answered >= leastGroup ? Math.round(sum * 100) / 100 : null }
  }
  const groups = counted.map(({ value, count }) => ({ key: value, cells: [count] }))
  const kept =
    kind === 'several'
      ? groups.filter(({ cells: [count = 0] }) => count >= leastGroup)
      : shownGroups(groups).kept
  const shown = new Set(kept.map(({ key }) => key))
  const place = new Map(choices.map((choice, at) => [choice.code, at]))
  const inOrder = [...groups].sort((a, b) => (place.get(a.key) ?? 0) - (place.get(b.key) ?? 0))
  const labelOf = (value: string) => shownAnswer(question, [value], locale)
  return {
    ...figures,
    rows: inOrder.flatMap(({ key, cells: [count = 0] }) =>
      shown.has(key) ? [{ label: labelOf(key), count, share: count / Math.max(answered, 1) }] : [],
    ),
    few: inOrder.flatMap(({ key }) => (shown.has(key) ? [] : [labelOf(key)])),
  }
}
