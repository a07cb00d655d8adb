import { eq } from 'drizzle-orm'
import { aboutCategory, aboutLanguage } from '#app/features/questions/domain/asked-questions.ts'
import { fileAnswer } from '#app/features/questions/domain/files/file-answer.ts'
import type {
  ConditionTerm,
  Question,
  QuestionCondition,
} from '#app/features/questions/domain/question-details.ts'
import { testsOf } from '#app/features/questions/domain/question-rules.ts'
import { safeFileName } from '#app/shared/files/file-name.ts'
import { storeFile } from '#app/shared/files/store-file.server.ts'
import { write } from '#app/shared/i18n/translated-text.ts'
import { conditionTests, questionKinds } from '#app/shared/vocabulary.ts'
import { answerFile, question as questions, registration } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { first, nextNumber } from './numbers.ts'
import type { seededRandom } from './randomness.ts'

type Values = Partial<Question> & { removedAt?: Date }
type Random = ReturnType<typeof seededRandom>

/** A question as it is stored, without a database. */
export function questionOf(values: Values = {}): Question {
  const n = nextNumber()
  return {
    id: '00000000-0000-4000-8000-000000000000',
    eventId: '00000000-0000-4000-8000-000000000000',
    code: `question-${n}`,
    kind: 'short',
    label: write({ vi: `Câu ${n}`, en: `Question ${n}` }),
    help: {},
    isRequired: false,
    moment: 'registration',
    position: n,
    categories: [],
    choices: [],
    texts: [],
    condition: null,
    ...values,
  }
}

/** The same, asked by an event. */
export async function question(of: { id: string }, values: Values = {}) {
  const { id: _, ...row } = questionOf(values)
  return first(
    await database()
      .insert(questions)
      .values({ ...row, eventId: of.id })
      .returning(),
  )
}

export const choicesOf = (...codes: string[]) =>
  codes.map((code) => ({
    code,
    label: { en: code.toUpperCase(), original: 'en' as const },
    isRetired: false,
  }))

/** “Vegetarian?”, what is asked only after a yes, and what that leads to. */
export async function vegetarian(of: { id: string }) {
  const condition = (about: string, test: ConditionTerm['test'], value: string): QuestionCondition => ({
    join: 'all',
    terms: [{ about, test, value }],
  })
  await question(of, {
    code: 'veg',
    kind: 'yes-no',
    isRequired: true,
    label: { vi: 'Ăn chay?', en: 'Vegetarian?' },
  })
  await question(of, {
    code: 'kind-of',
    kind: 'one',
    isRequired: true,
    choices: choicesOf('eggs', 'vegan'),
    condition: condition('veg', 'is', 'yes'),
  })
  await question(of, { code: 'more', condition: condition('kind-of', 'is', 'vegan') })
}

export const categoriesOf = ['guest', 'press', 'delegate']

/** A form of 1 to 40 questions with conditions of every kind on earlier ones, in chains too. */
export function randomForm(random: Random): Question[] {
  const asked: Question[] = []
  const length = 1 + random.below(40)
  for (let at = 0; at < length; at++) {
    const kind = random.pick(questionKinds)
    asked.push(
      questionOf({
        code: `q${at}`,
        kind,
        position: at,
        isRequired: random.chance(0.3),
        categories: random.chance(0.2) ? [random.pick(categoriesOf)] : [],
        choices: kind === 'one' || kind === 'several' ? choicesOf('a', 'b', 'c') : [],
        texts:
          kind === 'agreement' ? [{ version: 1, text: { en: 'Agreed' }, at: '2025-01-01T00:00:00Z' }] : [],
        condition: random.chance(0.7) ? randomCondition(random, asked) : null,
      }),
    )
  }
  return asked
}

function randomCondition(random: Random, earlier: readonly Question[]): QuestionCondition {
  const terms = Array.from({ length: 1 + random.below(3) }, () => randomTerm(random, earlier))
  return { join: random.pick(['all', 'any'] as const), terms }
}

function randomTerm(random: Random, earlier: readonly Question[]): ConditionTerm {
  const known = random.pick(['is', 'is-not'] as const)
  if (earlier.length === 0 || random.chance(0.2)) {
    return random.chance(0.5)
      ? { about: aboutCategory, test: known, value: random.pick(categoriesOf) }
      : { about: aboutLanguage, test: known, value: random.pick(['vi', 'en']) }
  }
  const { code: about, kind } = random.pick(earlier)
  const test = random.pick(conditionTests.filter((one) => testsOf[kind].includes(one)))
  return { about, test, value: valueFor(random, kind) }
}

function valueFor(random: Random, kind: Question['kind']): string {
  if (kind === 'yes-no') return random.pick(['yes', 'no'])
  return kind === 'number' ? String(random.below(5)) : random.pick(['a', 'b', 'c'])
}

/** A file that was taken in, as an answer holds it. */
export const anyFile = fileAnswer('s'.repeat(24), 'f'.repeat(64), 'a.pdf')

/** What somebody would answer to each question if it were asked. */
export function randomAnswers(random: Random, form: readonly Question[]): Record<string, string[]> {
  return Object.fromEntries(
    form.map(({ code, kind, isRequired }): [string, string[]] => {
      if (!isRequired && random.chance(0.3)) return [code, []]
      if (kind === 'several') return [code, ['a', 'b', 'c'].filter((_, at) => at === 0 || random.chance(0.5))]
      if (kind === 'agreement') return [code, ['1']]
      if (kind === 'date') return [code, ['2027-03-11']]
      if (kind === 'file') return [code, [anyFile]]
      if (kind === 'short' || kind === 'long') return [code, [random.pick(['Phở', ' hai  từ '])]]
      return [code, [valueFor(random, kind)]]
    }),
  )
}

/** A small file of this kind, as a browser sends it. */
export function pdf(name = 'Giới thiệu.pdf', words = 'x'): File {
  return new File([`%PDF-1.4\n${words}\n%%EOF`], name, { type: 'application/pdf' })
}

/** A file that a guest handed in for a question; answers its value. */
export async function handedIn(
  of: { id: string; eventId: string },
  code: string,
  { name = 'cv.pdf', at = new Date() }: { name?: string; at?: Date } = {},
) {
  const content = new TextEncoder().encode(`%PDF-1.4 ${name}`)
  return withTransaction(async (tx) => {
    const shown = safeFileName(name, 'file')
    const stored = await storeFile(tx, { name: shown, type: 'application/pdf', content, now: at })
    const value = fileAnswer(String(nextNumber()).padStart(24, '0'), stored.sha256, shown)
    const { eventId } = of
    await tx.insert(answerFile).values({ value, eventId, code, fileId: stored.id, createdAt: at })
    const given = { values: [value], asked: 'Tệp?', shown, lang: 'vi' as const, at: at.toISOString() }
    await tx
      .update(registration)
      .set({ answers: { [code]: given } })
      .where(eq(registration.id, of.id))
    return value
  })
}

/** A question for a file, and the file that each of these guests handed in; answers its code. */
export async function fileAsked(
  of: { id: string },
  label: { vi: string; en: string },
  guests: { id: string; eventId: string }[],
  name: string,
): Promise<string> {
  const { code } = await question(of, { kind: 'file', label, moment: 'door' })
  for (const one of guests) await handedIn(one, code, { name })
  return code
}
