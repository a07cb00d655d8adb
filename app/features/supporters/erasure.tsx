import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { Refusal } from '#app/shared/errors.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { eraseOwn } from './domain/erase-supporter.server.ts'
import { supportingPath } from './domain/supporter-paths.ts'
import { ownPage } from './own-page.server.ts'
import { SupporterFrame } from './supporter-frame.tsx'

export const meta: MetaFunction = () => [{ title: m['supporters.own.erase']() }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { found, token } = await ownPage(request, params)
  if (!found) throw new Refusal('link-unknown', 'missing')
  return data({ path: supportingPath(token), initiative: found.initiative, email: found.supporter.email })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, found, token } = await ownPage(request, params)
  if (!found) throw new Refusal('link-unknown', 'missing')
  await eraseOwn(ctx, found.supporter.id)
  return redirect(supportingPath(token), 303)
}

/** Erasing cannot be taken back: it is asked for on a page of its own. */
export default function OwnErasure() {
  const { path, initiative, email } = useLoaderData<typeof loader>()
  return (
    <SupporterFrame initiative={initiative} title={m['supporters.erase.title']()}>
      <p className="lede">{m['supporters.erase.lede']({ email })}</p>
      <form method="post" action={`${path}/erasure`} className="cluster">
        <Button variant="danger">{m['supporters.own.erase']()}</Button>
        <ButtonLink href={path} variant="quiet">
          {m['supporters.own.back']()}
        </ButtonLink>
      </form>
    </SupporterFrame>
  )
}
