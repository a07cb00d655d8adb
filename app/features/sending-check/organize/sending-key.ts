import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { deskContext } from '#app/organize/organized-event.server.ts'
import { makeKey } from '../domain/keys.server.ts'

export async function action({ request }: ActionFunctionArgs) {
  await makeKey(await deskContext(request))
  return redirect('/organize/sending-check#key', 303)
}
