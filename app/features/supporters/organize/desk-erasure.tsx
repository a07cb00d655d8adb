import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { m } from '#app/paraglide/messages.js'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { eraseSupporter } from '../domain/erase-supporter.server.ts'
import { getSupporter } from '../domain/supporter-record.server.ts'
import { ownSupporters } from './own-supporters.server.ts'

export const meta: MetaFunction = () => [{ title: m['supporters.desk.erase']() }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, initiative, path } = await ownSupporters(request, params)
  const { id, email } = await getSupporter(ctx, initiative.id, params.supporter ?? '')
  return data({ email, path: `${path}/${id}` })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, initiative, path } = await ownSupporters(request, params)
  const { id } = await getSupporter(ctx, initiative.id, params.supporter ?? '')
  await eraseSupporter(ctx, initiative.id, id)
  return redirect(path, 303)
}

/** Erasing cannot be taken back: it is asked for on a page of its own. */
export default function DeskErasure() {
  const { email, path } = useLoaderData<typeof loader>()
  return (
    <DeskPage title={m['supporters.desk.erase-title']({ email })}>
      <p className="measure">{m['supporters.desk.erase-lede']()}</p>
      <form method="post" className="cluster">
        <Button variant="danger">{m['supporters.desk.erase']()}</Button>
        <ButtonLink variant="quiet" href={path}>
          {m['acts.page.back']()}
        </ButtonLink>
      </form>
    </DeskPage>
  )
}
