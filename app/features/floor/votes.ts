import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { voteForQuestion } from './domain/ask-and-vote.server.ts'
import { getFloor } from './domain/floor.server.ts'
import { voteSchema } from './floor.schema.ts'
import { voterOf } from './voter.server.ts'

/** A vote for a question, or back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const code = params.code ?? ''
  const ctx = await visitorContext(request, params)
  await getFloor(code)
  const { voter, headers } = voterOf(request)
  const form = await readForm(request, voteSchema)
  if (!form.ok) throw new Refusal('question-missing', 'invalid')
  const { question: questionId, takeBack } = form.data
  await voteForQuestion(ctx, code, { questionId, voter, takeBack: takeBack === 'yes' })
  return redirect(`/floor/${code}#questions`, { status: 303, headers })
}
