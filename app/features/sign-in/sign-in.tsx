import { setTimeout } from 'node:timers/promises'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { localPath } from '#app/shared/auth/local-path.ts'
import { findOrganizerContext } from '#app/shared/auth/organizer-context.server.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { Button } from '#app/ui/button.tsx'
import { requestSignIn } from './domain/request-sign-in.server.ts'
import { pendingCookie } from './pending-sign-in.server.ts'
import { readerLanguage } from './reader-language.server.ts'
import { signInSchema } from './sign-in.schema.ts'
import { SignInField, SignInFrame } from './sign-in-frame.tsx'

// An address that is known takes a few statements more; nobody should be able to measure that.
const answersAfter = 120

export const meta = () => [{ title: m['sign-in.start.title']() }]

export async function loader({ request }: LoaderFunctionArgs) {
  const to = localPath(new URL(request.url).searchParams.get('to'))
  if (await findOrganizerContext(request)) throw redirect(to)
  return data({ to }, readerLanguage(request))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await visitorContext(request, params)
  const form = await readForm(request, signInSchema)
  if (!form.ok) return refuse(form)
  const { email, to } = form.data
  const [{ pendingId }] = await Promise.all([requestSignIn(ctx, { email }), setTimeout(answersAfter)])
  const headers = { 'Set-Cookie': pendingCookie({ pendingId, email, to: localPath(to) }) }
  return redirect('/sign-in/code', { status: 303, headers })
}

export default function SignIn() {
  const { to } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <SignInFrame title={m['sign-in.start.title']()}>
      <p>{m['sign-in.start.lead']()}</p>
      <Form method="post" noValidate className="form">
        <input type="hidden" name="to" value={to} />
        <SignInField
          refused={refused}
          name="email"
          label={m['sign-in.start.email']()}
          type="email"
          autoComplete="email"
        />
        <p>
          <Button>{m['sign-in.start.send']()}</Button>
        </p>
      </Form>
    </SignInFrame>
  )
}
