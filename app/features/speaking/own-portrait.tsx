import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { savePortrait } from '#app/features/people/domain/portraits/save-portrait.server.ts'
import { portraitRefusals, portraitSchema } from '#app/features/people/portrait.schema.ts'
import { FaultList } from '#app/organize/fault-list.tsx'
import { m } from '#app/paraglide/messages.js'
import { PersonalPage } from '#app/public/personal-frame.tsx'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { speakerContext } from './domain/speaking-by-token.server.ts'
import { keptLanguage, openSpeakerForm } from './speaker-language.server.ts'
import { SpeakingPortrait } from './speaking-portrait.tsx'
import { speakingView } from './speaking-view.server.ts'

export const meta: MetaFunction = () => [{ title: m['speaking.portrait.title']() }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view } = await speakingView(request, params.token ?? '')
  return data({ token: view.token, event: view.event, person: view.person }, keptLanguage(request))
}

/** The speaker's picture, from their own hand. */
export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const ctx = await visitorContext(request, params)
  const at = await openSpeakerForm(request, token)
  const form = await readForm(request, portraitSchema)
  if (!form.ok) return refuse(form)
  const { portrait, credit } = form.data
  try {
    await countAttempt(`speaking:portrait:${at.speaking.id}`, { limit: 20, seconds: 3600 })
    await savePortrait(speakerContext(ctx, at), {
      personId: at.personId,
      eventId: at.event.id,
      image: new Uint8Array(await portrait.arrayBuffer()),
      credit,
    })
  } catch (error) {
    return refuseAt(error, form, portraitRefusals, { otherwise: 'form' })
  }
  return redirect(`/speaking/${token}?saved=portrait`, 303)
}

export default function OwnPortrait() {
  const { token, event, person } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const home = `/speaking/${token}`
  return (
    <PersonalPage event={event} title={m['speaking.portrait.title']()}>
      <FaultList errors={refused?.errors} />
      <SpeakingPortrait page={{ person }} path={home} refused={refused} />
      <p>
        <ButtonLink href={home} variant="plain">
          {m['speaking.form.back']()}
        </ButtonLink>
      </p>
    </PersonalPage>
  )
}
