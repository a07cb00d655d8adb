import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { resendAsk } from '../domain/resend-ask.server.ts'
import { leavingSchema } from '../lists.schema.ts'
import { ownOrganization } from './own-list.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, organization } = await ownOrganization(request, params)
  const form = await readForm(request, leavingSchema)
  if (!form.ok) throw new Refusal('form-unreadable', 'invalid')
  const contactId = params.owner ?? ''
  await resendAsk(ctx, { organizationId: organization.id, contactId, listId: form.data.list })
  return redirect(`/organize/organizations/${organization.slug}/contacts/${contactId}`, 303)
}
