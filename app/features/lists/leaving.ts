import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { readPreferencesToken } from './domain/contact-links.server.ts'
import { preferencesPath } from './domain/contact-paths.ts'
import { leaveList } from './domain/leave-list.server.ts'
import { leavingSchema } from './lists.schema.ts'

/** Stops one list from the page of preferences. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await visitorContext(request, params)
  const token = params.token ?? ''
  const contactId = readPreferencesToken(token)
  if (!contactId) throw new Refusal('link-unknown', 'missing')
  const form = await readForm(request, leavingSchema)
  if (!form.ok) throw new Refusal('form-unreadable', 'invalid')
  await leaveList(ctx, { contactId, listId: form.data.list, by: 'preferences' })
  return redirect(preferencesPath(token), 303)
}
