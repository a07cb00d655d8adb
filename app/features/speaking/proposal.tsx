import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { instantOfLocal } from '#app/features/events/domain/local-time.server.ts'
import { m } from '#app/paraglide/messages.js'
import { Refusal } from '#app/shared/errors.ts'
import { readForm, refuse, refuseField } from '#app/shared/forms/read-form.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { proposeTime } from './domain/propose-time.server.ts'
import { SmallForm } from './small-form.tsx'
import { openSpeakerForm } from './speaker-language.server.ts'
import { proposalSchema } from './speaking.schema.ts'
import { speakingView } from './speaking-view.server.ts'

export const meta: MetaFunction = () => [{ title: m['speaking.proposal.title']() }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view } = await speakingView(request, params.token ?? '')
  const session = view.sessions.find((one) => one.id === params.session)
  if (!session) throw new Refusal('invitation-missing', 'missing')
  return { token: view.token, event: view.event, startsAt: session.startsLocal }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const ctx = await visitorContext(request, params)
  const form = await readForm(request, proposalSchema)
  const at = await openSpeakerForm(request, token)
  if (!form.ok) return refuse(form)
  const startsAt = instantOfLocal(form.data.startsAt, at.event.timeZone)
  if (!(startsAt instanceof Date))
    return refuse(refuseField(form, 'startsAt', `speaking.form.time-${startsAt}`))
  if (startsAt < ctx.now) return refuse(refuseField(form, 'startsAt', 'speaking.form.past'))
  await proposeTime(ctx, token, { sessionId: params.session ?? '', startsAt, note: form.data.note })
  return redirect(`/speaking/${token}?saved=proposal`, 303)
}

export default function Proposal() {
  const { token, event, startsAt } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <SmallForm
      token={token}
      event={event}
      title={m['speaking.proposal.title']()}
      intro={m['speaking.proposal.lead']()}
      send={m['speaking.proposal.send']()}
      refused={refused}
      fields={[
        {
          name: 'startsAt',
          type: 'datetime-local',
          label: m['speaking.proposal.starts'](),
          initial: startsAt,
        },
        { name: 'note', label: m['speaking.proposal.note'](), optional: true },
      ]}
    />
  )
}
