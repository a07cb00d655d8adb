import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { Button } from '#app/ui/button.tsx'
import { signInWithCode } from './domain/sign-in-with-code.server.ts'
import { readPending } from './pending-sign-in.server.ts'
import { readerLanguage } from './reader-language.server.ts'
import { codeSchema } from './sign-in.schema.ts'
import { SignInField, SignInFrame } from './sign-in-frame.tsx'
import { browserOf, signedInAnswer } from './signed-in-answer.server.ts'

extendFormMessages({
  'sign-in.code.six-digits': m['sign-in.code.six-digits'],
  'sign-in.code.wrong': m['sign-in.code.wrong'],
})

export const meta = () => [{ title: m['sign-in.code.title']() }]

export async function loader({ request }: LoaderFunctionArgs) {
  const pending = readPending(request)
  if (!pending) throw redirect('/sign-in')
  return data({ email: pending.email, to: pending.to }, readerLanguage(request))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await visitorContext(request, params)
  const pending = readPending(request)
  const form = await readForm(request, codeSchema)
  if (!pending) return redirect('/sign-in', 303)
  if (!form.ok) return refuse(form)
  try {
    const { code } = form.data
    const token = await signInWithCode(ctx, {
      pendingId: pending.pendingId,
      code,
      browser: browserOf(request),
    })
    return signedInAnswer(token, pending.to)
  } catch (error) {
    return refuseAt(error, form, { 'sign-in-code-wrong': { field: 'code', message: 'sign-in.code.wrong' } })
  }
}

export default function EnterCode() {
  const { email, to } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <SignInFrame title={m['sign-in.code.title']()}>
      <p>{m['sign-in.code.lead']({ email })}</p>
      <Form method="post" noValidate className="form">
        <SignInField
          refused={refused}
          name="code"
          label={m['sign-in.code.code']()}
          className="input-code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
        />
        <p>
          <Button>{m['sign-in.code.enter']()}</Button>
        </p>
      </Form>
      <p>
        <Link to={`/sign-in?to=${encodeURIComponent(to)}`}>{m['sign-in.code.again']()}</Link>
      </p>
    </SignInFrame>
  )
}
