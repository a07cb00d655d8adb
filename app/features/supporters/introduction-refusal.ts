import type { ActionFunctionArgs } from '@remix-run/node'
import { answeredIntroduction } from './answered-introduction.server.ts'

/** Says no, which is told to nobody. */
export async function action({ request, params }: ActionFunctionArgs) {
  return answeredIntroduction(request, params, false)
}
