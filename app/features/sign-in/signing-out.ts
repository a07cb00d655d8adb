import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { endedSignInCookie } from '#app/shared/auth/sign-in-cookie.server.ts'
import { signOut } from './domain/sign-out.server.ts'

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await organizerContext(request)
  await signOut(ctx)
  return redirect('/sign-in', { status: 303, headers: { 'Set-Cookie': endedSignInCookie() } })
}
