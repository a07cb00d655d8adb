import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { showSupporterLogo } from '../domain/supporter-logo.server.ts'
import { logoShowingSchema } from '../supporters.schema.ts'
import { ownSupporters } from './own-supporters.server.ts'

/** An organizer looked at a body's sign: readers see it from now on, or no longer. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, initiative, path } = await ownSupporters(request, params)
  const form = await readForm(request, logoShowingSchema)
  if (!form.ok) throw new Refusal('form-unreadable', 'invalid')
  const id = params.supporter ?? ''
  const isNew = await showSupporterLogo(ctx, { initiativeId: initiative.id, id, isShown: form.data.shown })
  return isNew ? redirect(`${path}/${id}`, 303) : nothingChanged(`${path}/${id}`)
}
