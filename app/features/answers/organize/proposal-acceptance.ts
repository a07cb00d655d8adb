import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { decideProposal } from '../domain/decide-proposal.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  await decideProposal(ctx, { eventId: event.id, proposalId: params.proposal ?? '', accept: true })
  return redirect(`/organize/events/${event.slug}/answers`, 303)
}
