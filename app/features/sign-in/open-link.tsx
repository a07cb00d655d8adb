import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { Refusal } from '#app/shared/errors.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { findSignInLink, signInWithLink } from './domain/sign-in-with-link.server.ts'
import { readPending } from './pending-sign-in.server.ts'
import { readerLanguage } from './reader-language.server.ts'
import { SignInFrame } from './sign-in-frame.tsx'
import { browserOf, signedInAnswer } from './signed-in-answer.server.ts'

export const meta = () => [{ title: m['sign-in.link.title']() }]

/** Only shows a button: mail scanners open every link, and must not use it up. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await visitorContext(request, params)
  const link = await findSignInLink(ctx, params.secret ?? '')
  return data({ name: link?.name ?? null }, { ...readerLanguage(request), status: link ? 200 : 410 })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await visitorContext(request, params)
  try {
    const token = await signInWithLink(ctx, params.secret ?? '', browserOf(request))
    return signedInAnswer(token, readPending(request)?.to)
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'sign-in-link-gone') throw error
    return data({ isGone: true }, { ...readerLanguage(request), status: 410 })
  }
}

export default function OpenLink() {
  const { name } = useLoaderData<typeof loader>()
  const refused = useActionData<{ isGone: boolean }>()
  if (name === null || refused?.isGone) {
    return (
      <SignInFrame title={m['sign-in.link.gone']()}>
        <p>{m['sign-in.link.gone-lead']()}</p>
        <p>
          <ButtonLink href="/sign-in">{m['sign-in.link.new']()}</ButtonLink>
        </p>
      </SignInFrame>
    )
  }
  return (
    <SignInFrame title={m['sign-in.link.title']()}>
      <p>{m['sign-in.link.lead']({ name })}</p>
      <Form method="post">
        <Button>{m['sign-in.link.enter']()}</Button>
      </Form>
    </SignInFrame>
  )
}
