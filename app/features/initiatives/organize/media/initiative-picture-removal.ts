import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { organizedInitiative } from '#app/organize/organized-initiative.server.ts'
import { removeInitiativePicture } from '../../domain/media/initiative-pictures.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, initiative, path } = await organizedInitiative(request, params)
  await performAct(ctx, {
    act: { initiativeId: initiative.id, verb: 'initiative-picture.removed' },
    answered: unasked,
    work: () => removeInitiativePicture(ctx, { initiativeId: initiative.id, pictureId: params.image ?? '' }),
  })
  return redirect(`${path}/pictures`, 303)
}
