import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Refusal } from '#app/shared/errors.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { leaveInitiative } from './domain/leave-initiative.server.ts'
import { supportingPath } from './domain/supporter-paths.ts'
import { ownPage } from './own-page.server.ts'
import { SupporterFrame } from './supporter-frame.tsx'

export const meta: MetaFunction = () => [{ title: m['supporters.own.leave']() }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { found, token } = await ownPage(request, params)
  if (!found) throw new Refusal('link-unknown', 'missing')
  return data({ path: supportingPath(token), initiative: found.initiative })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, found, token } = await ownPage(request, params)
  if (!found) throw new Refusal('link-unknown', 'missing')
  const hasLeft = await leaveInitiative(ctx, found.supporter.id)
  return hasLeft ? redirect(supportingPath(token), 303) : nothingChanged(supportingPath(token))
}

/** Says what leaving means before it is pressed. */
export default function Leaving() {
  const { path, initiative } = useLoaderData<typeof loader>()
  const name = textIn(initiative.name, getLocale())
  return (
    <SupporterFrame initiative={initiative} title={m['supporters.leave.title']({ initiative: name })}>
      <p className="lede">{m['supporters.leave.lede']()}</p>
      <form method="post" action={`${path}/leaving`} className="cluster">
        <Button>{m['supporters.own.leave']()}</Button>
        <ButtonLink href={path} variant="quiet">
          {m['supporters.own.back']()}
        </ButtonLink>
      </form>
    </SupporterFrame>
  )
}
