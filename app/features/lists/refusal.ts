import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { Refusal } from '#app/shared/errors.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { readSubscriptionToken } from './domain/contact-links.server.ts'
import { refuseAsking } from './domain/refuse-asking.server.ts'

/** Somebody else put this address down. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await visitorContext(request, params)
  const token = params.token ?? ''
  const id = readSubscriptionToken(token)
  if (!id) throw new Refusal('link-unknown', 'missing')
  await refuseAsking(ctx, id)
  return redirect(`/subscriptions/${encodeURIComponent(token)}`, 303)
}
