import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { archiveList } from '../domain/save-list.server.ts'
import { ownList } from './own-list.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, organization, list, path } = await ownList(request, params)
  const isChanged = await archiveList(ctx, {
    listId: list.id,
    organizationId: organization.id,
    archived: true,
  })
  return isChanged ? redirect(path, 303) : nothingChanged(path)
}
