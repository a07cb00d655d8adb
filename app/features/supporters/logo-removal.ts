import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { Refusal } from '#app/shared/errors.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { removeSupporterLogo } from './domain/supporter-logo.server.ts'
import { supportingPath } from './domain/supporter-paths.ts'
import { ownPage } from './own-page.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, found, token } = await ownPage(request, params)
  if (!found) throw new Refusal('link-unknown', 'missing')
  const isGone = await removeSupporterLogo(ctx, found.supporter.id)
  return isGone ? redirect(supportingPath(token), 303) : nothingChanged(supportingPath(token))
}
