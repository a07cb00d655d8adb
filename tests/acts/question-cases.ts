import type { ActionFunctionArgs } from '@remix-run/node'
import * as questionPage from '#app/features/questions/organize/question-page.tsx'
import { action as removeQuestion } from '#app/features/questions/organize/question-removal.ts'
import { question } from '#tests/factories/questions.ts'

type Fields = Record<string, string>
type Route = (args: ActionFunctionArgs) => unknown
type Tools<Desk> = {
  sent: (of: Desk, action: Route, fields?: Fields, more?: Fields) => Promise<unknown>
  untouched: (of: Desk, loader: Route, more?: Fields) => Promise<Fields>
}

/** What is asked of questions, by the file that performs the act: it changes nothing. */
export function questionCases<Desk extends { at: { id: string } }>({ sent, untouched }: Tools<Desk>) {
  const cases: Record<string, (of: Desk) => Promise<unknown>> = {
    'questions/organize/question-page.tsx': async (of) => {
      const more = { question: (await question(of.at)).code }
      return sent(of, questionPage.action, await untouched(of, questionPage.loader, more), more)
    },
    'questions/organize/question-removal.ts': (of) => sent(of, removeQuestion, {}, { question: 'none' }),
  }
  return cases
}
