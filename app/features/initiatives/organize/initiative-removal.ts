import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { organizedInitiative } from '#app/organize/organized-initiative.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { removeInitiative } from '../domain/editing/remove-initiative.server.ts'

/** A draft goes; its page is gone at once, so what was done is told where it can be taken back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, initiative } = await organizedInitiative(request, params, 'initiative.bodies')
  const performed = await performAct(ctx, {
    act: {
      initiativeId: initiative.id,
      verb: 'initiative.removed',
      subjectName: textIn(initiative.name, ctx.locale),
    },
    answered: unasked,
    work: () => removeInitiative(ctx, initiative.id),
  })
  return redirect(
    performed.done && performed.actId ? `/organize/acts/${performed.actId}` : '/organize/initiatives',
    303,
  )
}
