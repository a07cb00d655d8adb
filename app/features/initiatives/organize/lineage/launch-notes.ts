import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { organizedInitiative } from '#app/organize/organized-initiative.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { chooseNotes } from '../../domain/lineage/choose-lineage.server.ts'
import { chosenSchema } from '../../initiatives.schema.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, initiative, path } = await organizedInitiative(request, params)
  const form = await readForm(request, chosenSchema)
  if (!form.ok) throw new Refusal('form-unreadable', 'invalid')
  const isChanged = await chooseNotes(ctx, { initiativeId: initiative.id, noteIds: form.data.chosen })
  return isChanged ? redirect(`${path}/lineage`, 303) : nothingChanged(`${path}/lineage`)
}
