import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { m } from '#app/paraglide/messages.js'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { getContact } from '../domain/contact-record.server.ts'
import { eraseContact } from '../domain/erase-contact.server.ts'
import { ownOrganization } from './own-list.server.ts'

export const meta: MetaFunction = () => [{ title: m['lists.contact.erase']() }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, organization } = await ownOrganization(request, params)
  const { id, email } = await getContact(ctx, organization.id, params.owner ?? '')
  return data({ email, path: `/organize/organizations/${organization.slug}/contacts/${id}` })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, organization, path } = await ownOrganization(request, params)
  await eraseContact(ctx, organization.id, params.owner ?? '')
  return redirect(path, 303)
}

/** Erasing cannot be taken back: it is asked for on a page of its own. */
export default function Erasure() {
  const { email, path } = useLoaderData<typeof loader>()
  return (
    <DeskPage title={m['lists.contact.erase-title']({ email })}>
      <p className="measure">{m['lists.contact.erase-lead']()}</p>
      <form method="post" className="cluster">
        <Button variant="danger">{m['lists.contact.erase']()}</Button>
        <ButtonLink variant="quiet" href={path}>
          {m['acts.page.back']()}
        </ButtonLink>
      </form>
    </DeskPage>
  )
}
