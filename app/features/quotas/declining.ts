import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { declineGuestInvitation } from './domain/end-invitation.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await visitorContext(request, params)
  await declineGuestInvitation(ctx, params.token ?? '')
  return redirect(`/invited/${encodeURIComponent(params.token ?? '')}`, 303)
}
