import type { ActionFunctionArgs } from '@remix-run/node'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { m } from '#app/paraglide/messages.js'
import { messageFor } from '#app/shared/forms/form-messages.ts'
import { faultAt } from '#app/shared/forms/form-values.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import type { SaveAnswer } from './autosave.ts'
import { textSchema } from './recap.schema.ts'
import { saveText } from './save-text.server.ts'

const fields = {
  title: () => m['recap.desk.headline'](),
  lead: () => m['recap.desk.lead'](),
  doc: () => m['recap.desk.body'](),
}

/** A text of an open editor: saved (200), refused with a sentence (400), or not because somebody else saved it (409). */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'recap.edit')
  const form = await readForm(request, textSchema)
  if (!form.ok) {
    const sentence = Object.entries(fields).flatMap(([name, label]) => {
      const fault = faultAt(form.errors, name)
      return fault ? `${label()}: ${messageFor(fault.message)}` : []
    })
    return Response.json({ kind: 'refused', sentence: sentence.join(' ') } satisfies SaveAnswer, {
      status: 400,
    })
  }
  const saved = await saveText(ctx, event.id, form.data)
  if (saved.done) return Response.json({ kind: 'saved', revision: saved.revision } satisfies SaveAnswer)
  const { title, revision } = saved.stored
  return Response.json({ kind: 'clash', stored: { title, revision } } satisfies SaveAnswer, { status: 409 })
}
