import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { organizedInitiative } from '#app/organize/organized-initiative.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { getPart } from '../../domain/parts/part-rows.server.ts'
import { removePart } from '../../domain/parts/remove-part.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, initiative, path } = await organizedInitiative(request, params)
  const stored = await getPart('goal', initiative.id, params.goal ?? '')
  await performAct(ctx, {
    act: { initiativeId: initiative.id, verb: 'goal.removed', subjectName: textIn(stored.title, ctx.locale) },
    answered: unasked,
    work: () => removePart(ctx, { initiativeId: initiative.id, kind: 'goal', partId: stored.id }),
  })
  return redirect(`${path}/goals`, 303)
}
