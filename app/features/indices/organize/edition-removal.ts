import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { removeEdition } from '../domain/save-edition.server.ts'
import { ownEdition } from './own-index.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, of, edition, index } = await ownEdition(request, params)
  const subjectName = `${textIn(of.name, ctx.locale)} ${edition.year}`
  await performAct(ctx, {
    act: { initiativeId: of.initiativeId, verb: 'edition.removed', subjectName },
    answered: unasked,
    work: () => removeEdition(ctx, { of, editionId: edition.id }),
  })
  return redirect(index, 303)
}
