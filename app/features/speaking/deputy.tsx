import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { nameDeputy } from './domain/name-deputy.server.ts'
import { SmallForm } from './small-form.tsx'
import { openSpeakerForm } from './speaker-language.server.ts'
import { deputySchema } from './speaking.schema.ts'
import { speakingView } from './speaking-view.server.ts'

export const meta: MetaFunction = () => [{ title: m['speaking.deputy.title']() }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view } = await speakingView(request, params.token ?? '')
  return { token: view.token, event: view.event }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const ctx = await visitorContext(request, params)
  const form = await readForm(request, deputySchema)
  await openSpeakerForm(request, token)
  if (!form.ok) return refuse(form)
  try {
    await nameDeputy(ctx, token, { sessionId: params.session ?? '', ...form.data })
  } catch (error) {
    return refuseAt(error, form, { 'deputy-self': { field: 'email', message: 'speaking.form.deputy-self' } })
  }
  return redirect(`/speaking/${token}?saved=deputy`, 303)
}

export default function Deputy() {
  const { token, event } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <SmallForm
      token={token}
      event={event}
      title={m['speaking.deputy.title']()}
      intro={m['speaking.deputy.lead']()}
      send={m['speaking.deputy.send']()}
      refused={refused}
      fields={[
        { name: 'name', label: m['speaking.deputy.name']() },
        { name: 'email', type: 'email', label: m['speaking.deputy.email']() },
      ]}
    />
  )
}
