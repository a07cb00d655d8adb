import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { organizedInitiative } from '#app/organize/organized-initiative.server.ts'
import { takeBackBodyRequest } from '../../domain/bodies/answer-request.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, initiative, path } = await organizedInitiative(request, params, 'initiative.bodies')
  await takeBackBodyRequest(ctx, { initiativeId: initiative.id, requestId: params.asked ?? '' })
  return redirect(`${path}/bodies`, 303)
}
