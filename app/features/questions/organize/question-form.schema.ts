import * as z from 'zod/mini'
import { checkbox, oneOf, optionalLine, optionalText } from '#app/shared/forms/fields.ts'
import { conditionJoins, questionKinds, questionMoments } from '#app/shared/vocabulary.ts'

const linePair = (max: number) =>
  z.object({ vi: optionalLine(max), en: optionalLine(max), confirmed: checkbox() })
const textPair = (max: number) =>
  z.object({ vi: optionalText(max), en: optionalText(max), confirmed: checkbox() })

/** Rows of a form by their number: of choices and conditions there are as many as one needs. */
const rows = <S extends z.ZodMiniType>(row: S) => z._default(z.record(z.string(), row), {})

const choice = z.object({
  code: optionalLine(60),
  vi: optionalLine(200),
  en: optionalLine(200),
  confirmed: checkbox(),
  isRetired: checkbox(),
})
/** `what` names an earlier answer and what is said of it, as one choice of a list (condition-choices.ts). */
const term = z.object({ what: optionalLine(200), value: optionalLine(20) })

export const questionSchema = z.object({
  label: linePair(300).check(
    z.refine((words) => words.vi !== '' || words.en !== '', {
      error: 'questions.form.label-missing',
      path: ['vi'],
    }),
  ),
  help: textPair(1000),
  moment: oneOf(questionMoments),
  isRequired: checkbox(),
  categories: rows(checkbox()),
  choices: rows(choice),
  text: z._default(textPair(10_000), { vi: '', en: '', confirmed: false }),
  join: oneOf(conditionJoins),
  terms: rows(term),
})
export type QuestionForm = z.infer<typeof questionSchema>

/** What kind of question is made. */
export const kindField = oneOf(questionKinds)

/** A question one place up, or down. */
export const moveSchema = z.object({ to: oneOf(['up', 'down']) })
