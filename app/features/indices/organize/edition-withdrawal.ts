import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { showEdition } from '../domain/save-edition.server.ts'
import { ownEdition } from './own-index.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, of, edition, path } = await ownEdition(request, params)
  const isChanged = await showEdition(ctx, { of, editionId: edition.id, shown: false })
  return isChanged ? redirect(path, 303) : nothingChanged(path)
}
