import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { removeComponent } from '../domain/save-component.server.ts'
import { ownEdition } from './own-index.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, of, edition, path } = await ownEdition(request, params)
  const subjectName = `${textIn(of.name, ctx.locale)} ${edition.year}`
  await performAct(ctx, {
    act: { initiativeId: of.initiativeId, verb: 'edition.components', subjectName },
    answered: unasked,
    work: () => removeComponent(ctx, { of, editionId: edition.id, key: params.component ?? '' }),
  })
  return redirect(path, 303)
}
