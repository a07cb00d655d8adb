import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { getOrganization } from '#app/features/organizations/domain/organizations.server.ts'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { answerContactProposal } from '../domain/contact-proposals.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const { id } = await getOrganization(params.organization ?? '')
  const proposal = { organizationId: id, proposalId: params.contact ?? '' }
  await answerContactProposal(ctx, { ...proposal, accept: false })
  return redirect('/organize?answered=no-contact', 303)
}
