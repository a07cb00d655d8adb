import type { Locale } from '#app/shared/vocabulary.ts'
import type { NewQuestion, Written } from './question-details.ts'

/** Questions that nearly every event asks, written once, in both languages. */
export const readyMadeSets = ['diet', 'access', 'interpretation'] as const
export type ReadyMade = (typeof readyMadeSets)[number]

/** The codes of the question and its choices, by which the answers are counted for the interpreters. */
export const interpretationQuestion = 'interpretation-into'
export const interpretationChoices: Readonly<Record<string, Locale>> = { vietnamese: 'vi', english: 'en' }

const choice = (vi: string, en: string) => ({ code: '', label: { vi, en }, isRetired: false })
const nothing: Written = {}

const simple = {
  isRequired: false,
  moment: 'registration',
  categories: [] as string[],
  text: nothing,
} satisfies Partial<NewQuestion>

/** What is asked; `codeOf` tells the code under which an earlier question of the set was stored. */
export function readyMade(set: ReadyMade): ((codeOf: (at: number) => string) => NewQuestion)[] {
  return { diet, access, interpretation }[set]
}

const diet: ((codeOf: (at: number) => string) => NewQuestion)[] = [
  () => ({
    kind: 'several',
    ...simple,
    label: { vi: 'Yêu cầu về ăn uống', en: 'Dietary needs' },
    help: {
      vi: 'Chỉ dùng để chuẩn bị bữa ăn của sự kiện này. Nếu không có yêu cầu gì, xin để trống.',
      en: 'Only used to prepare the meals of this event. Leave it empty if you have none.',
    },
    choices: [
      choice('Ăn chay (có trứng, sữa)', 'Vegetarian'),
      choice('Thuần chay', 'Vegan'),
      choice('Halal', 'Halal'),
      choice('Kosher', 'Kosher'),
      choice('Không gluten', 'Gluten-free'),
      choice('Không lactose', 'Lactose-free'),
      choice('Dị ứng thực phẩm', 'Food allergy'),
      choice('Yêu cầu khác', 'Something else'),
    ],
    condition: null,
  }),
  (codeOf) => ({
    kind: 'short',
    ...simple,
    isRequired: true,
    label: { vi: 'Dị ứng hoặc yêu cầu cụ thể', en: 'Which allergy, or what else' },
    help: nothing,
    choices: [],
    condition: {
      join: 'any',
      terms: [
        { about: codeOf(0), test: 'is', value: 'food-allergy' },
        { about: codeOf(0), test: 'is', value: 'something-else' },
      ],
    },
  }),
]

const access: ((codeOf: (at: number) => string) => NewQuestion)[] = [
  () => ({
    kind: 'several',
    ...simple,
    label: { vi: 'Hỗ trợ tiếp cận', en: 'Access needs' },
    help: {
      vi: 'Chỉ ban tổ chức đọc, để chuẩn bị chỗ ngồi và lối đi. Nếu không cần, xin để trống.',
      en: 'Only the organizers read this, to prepare your seat and the way to it. Leave it empty if you have none.',
    },
    choices: [
      choice('Lối đi không bậc thềm', 'Step-free access'),
      choice('Chỗ cho xe lăn', 'Space for a wheelchair'),
      choice('Phiên dịch ngôn ngữ ký hiệu', 'Sign language interpreting'),
      choice('Hỗ trợ nghe', 'Hearing support'),
      choice('Tài liệu in chữ lớn', 'Large print'),
      choice('Người đi cùng hỗ trợ', 'Accompanied by an assistant'),
      choice('Yêu cầu khác', 'Something else'),
    ],
    condition: null,
  }),
  (codeOf) => ({
    kind: 'long',
    ...simple,
    label: { vi: 'Chúng tôi cần chuẩn bị thêm gì?', en: 'What else should we prepare?' },
    help: nothing,
    choices: [],
    condition: { join: 'all', terms: [{ about: codeOf(0), test: 'answered', value: '' }] },
  }),
]

// The codes above are made of the English words.
const interpretation: ((codeOf: (at: number) => string) => NewQuestion)[] = [
  () => ({
    kind: 'several',
    ...simple,
    label: { vi: 'Phiên dịch sang', en: 'Interpretation into' },
    help: {
      vi: 'Để bố trí người phiên dịch và tai nghe cho từng phiên. Nếu không cần, xin để trống.',
      en: 'To plan interpreters and headsets for each session. Leave it empty if you need none.',
    },
    choices: [choice('Tiếng Việt', 'Vietnamese'), choice('Tiếng Anh', 'English')],
    condition: null,
  }),
]
