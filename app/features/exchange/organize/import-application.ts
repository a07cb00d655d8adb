import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { eventFrame } from '#app/features/events/organize/event-frame.server.ts'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { applyImport } from '../domain/import-agenda.server.ts'
import { choicesSchema } from './import.schema.ts'
import { choicesOf } from './import-choices.server.ts'

/** Takes over what is clear of an agenda that was previewed. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event } = await eventFrame(ctx, params.event ?? '', 'agenda.edit')
  const form = await readForm(request, choicesSchema)
  if (!form.ok) throw new Refusal('form-unreadable', 'invalid')
  await applyImport(ctx, event, { importId: params.import ?? '', choices: choicesOf(form.data) })
  return redirect(`/organize/events/${event.slug}/agenda/import/${params.import}`, 303)
}
