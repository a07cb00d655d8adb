import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { organizedInitiative } from '#app/organize/organized-initiative.server.ts'
import { removeDocument } from '../../domain/media/remove-document.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, initiative, path } = await organizedInitiative(request, params)
  await performAct(ctx, {
    act: { initiativeId: initiative.id, verb: 'document.removed' },
    answered: unasked,
    work: () => removeDocument(ctx, { initiativeId: initiative.id, documentId: params.document ?? '' }),
  })
  return redirect(`${path}/documents`, 303)
}
