import type { Transaction } from '#db/client.server.ts'
import { question } from '#db/schema/index.ts'
import { aboutCategory } from './asked-questions.ts'
import { listQuestions } from './questions.server.ts'

type Copying = { from: string; to: string; withCategories: boolean }

/**
 * Asks at the next event what was asked at this one. Where its categories stay behind, everybody is asked, and conditions
 * on a category are left out with them. Of choices and texts only what is still offered goes along.
 */
export async function copyQuestions(tx: Transaction, { from, to, withCategories }: Copying): Promise<void> {
  const asked = await listQuestions(from)
  if (asked.length === 0) return
  await tx.insert(question).values(
    asked.map(({ id: _, choices, texts, condition, categories, ...one }) => {
      const terms = (condition?.terms ?? []).filter(({ about }) => withCategories || about !== aboutCategory)
      return {
        ...one,
        eventId: to,
        categories: withCategories ? categories : [],
        choices: choices.filter(
          ({ code, isRetired }) =>
            !isRetired || asked.some((other) => other.condition?.terms.some(({ value }) => value === code)),
        ),
        texts: texts.slice(-1).map((text) => ({ ...text, version: 1 })),
        condition: condition && terms.length > 0 ? { ...condition, terms } : null,
      }
    }),
  )
}
