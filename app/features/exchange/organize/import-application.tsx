import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { applyImport } from '../domain/import-agenda.server.ts'
import { choicesSchema } from './import.schema.ts'
import { choicesOf, readableChoices } from './import-choices.server.ts'
import { importView } from './import-view.server.ts'

export { default, loader, meta } from './import-preview.tsx'

/** Takes over what is clear of an agenda that was previewed; a form that cannot be read is shown again as it was. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const importId = params.import ?? ''
  const form = await readForm(request, choicesSchema)
  if (!form.ok) {
    const view = await importView(ctx, event, importId, readableChoices(form.values))
    return data({ view, isUnread: true }, { status: 400 })
  }
  await applyImport(ctx, event, { importId, choices: choicesOf(form.data) })
  return redirect(`/organize/events/${event.slug}/agenda/import/${importId}`, 303)
}
