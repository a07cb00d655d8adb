import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { pictureRefusals } from '#app/features/pictures/cover.schema.ts'
import { m } from '#app/paraglide/messages.js'
import { Refusal } from '#app/shared/errors.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { saveSupporterLogo } from './domain/supporter-logo.server.ts'
import { supportingPath } from './domain/supporter-paths.ts'
import { OwnLogo } from './own-logo.tsx'
import { ownPage } from './own-page.server.ts'
import { SupporterFrame } from './supporter-frame.tsx'
import { ownLogoSchema } from './supporters.schema.ts'

export const meta: MetaFunction = () => [{ title: m['supporters.logo.title']() }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { found, token } = await ownPage(request, params)
  if (!found) throw new Refusal('link-unknown', 'missing')
  const { initiative, logo } = found
  return data({
    path: supportingPath(token),
    initiative,
    logo: logo && { width: logo.width, height: logo.height, isShown: logo.shownAt !== null },
  })
}

/** A body hands in its sign. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, found, token } = await ownPage(request, params)
  if (!found) throw new Refusal('link-unknown', 'missing')
  const form = await readForm(request, ownLogoSchema)
  if (!form.ok) return refuse(form)
  try {
    await saveSupporterLogo(ctx, found.supporter.id, new Uint8Array(await form.data.picture.arrayBuffer()))
  } catch (error) {
    return refuseAt(error, form, pictureRefusals, { otherwise: 'form' })
  }
  return redirect(supportingPath(token), 303)
}

export default function LogoOfBody() {
  const { path, initiative, logo } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <SupporterFrame initiative={initiative} title={m['supporters.logo.title']()}>
      <OwnLogo path={path} logo={logo} refused={refused} />
      <p>
        <ButtonLink href={path} variant="plain">
          {m['supporters.own.back']()}
        </ButtonLink>
      </p>
    </SupporterFrame>
  )
}
