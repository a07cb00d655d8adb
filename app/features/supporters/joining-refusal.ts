import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { Refusal } from '#app/shared/errors.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { refuseJoining } from './domain/confirm-joining.server.ts'
import { readJoiningToken } from './domain/supporter-links.server.ts'
import { joiningPath } from './domain/supporter-paths.ts'

/** Somebody else put this address down. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await visitorContext(request, params)
  const token = params.token ?? ''
  const id = readJoiningToken(token)
  if (!id) throw new Refusal('link-unknown', 'missing')
  await refuseJoining(ctx, id)
  return redirect(joiningPath(encodeURIComponent(token)), 303)
}
