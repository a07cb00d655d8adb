import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { readmitSupporter } from '../domain/remove-supporter.server.ts'
import { ownSupporters } from './own-supporters.server.ts'

/** Lets an address join again that was removed. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, initiative, path } = await ownSupporters(request, params)
  const id = params.supporter ?? ''
  const isBack = await readmitSupporter(ctx, { initiativeId: initiative.id, id })
  return isBack ? redirect(`${path}/${id}`, 303) : nothingChanged(`${path}/${id}`)
}
