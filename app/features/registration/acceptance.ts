import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { answerLink } from './attendee-language.server.ts'
import { acceptOffer } from './domain/seats/accept-offer.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await visitorContext(request, params)
  await answerLink(request, params.token ?? '')
  await acceptOffer(ctx, params.token ?? '')
  return redirect(`/registrations/${params.token}`, 303)
}
