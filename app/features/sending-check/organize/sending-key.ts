import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import * as z from 'zod'
import { deskContext } from '#app/organize/organized-event.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { makeKey } from '../domain/keys.server.ts'

// Without one it is the domain of MAIL_FROM.
const keySchema = z.object({ domain: z.string().max(253).optional() })

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await deskContext(request)
  const form = await readForm(request, keySchema)
  if (!form.ok) throw new Refusal('form-unreadable', 'invalid')
  await makeKey(ctx, form.data.domain || undefined)
  return redirect('/organize/sending-check#key', 303)
}
