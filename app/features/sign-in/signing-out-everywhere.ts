import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { endedSignInCookie } from '#app/shared/auth/sign-in-cookie.server.ts'
import { signOutEverywhere } from './domain/sign-out-everywhere.server.ts'

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  await signOutEverywhere(ctx)
  return redirect('/sign-in', { status: 303, headers: { 'Set-Cookie': endedSignInCookie() } })
}
