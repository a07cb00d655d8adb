import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { speakerContext } from '#app/features/speaking/domain/speaking-by-token.server.ts'
import { answerSpeaker } from '#app/features/speaking/speaker-language.server.ts'
import { speakingView } from '#app/features/speaking/speaking-view.server.ts'
import { m } from '#app/paraglide/messages.js'
import { PersonalPage } from '#app/public/personal-frame.tsx'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { askedLanguage } from '#app/shared/pages/asked-language.ts'
import { getModerated } from './domain/moderated.server.ts'
import { getModeratorView } from './domain/moderator-view.server.ts'
import { ModeratorPage } from './moderator-page.tsx'
import { takeStep } from './moderator-step.server.ts'

export { keptAction as clientAction, keptLoader as clientLoader } from '#app/shared/pages/kept-page.ts'

export const handle = { hydrate: true }

export const meta: MetaFunction = () => [{ title: m['live.title']() }]

/** The page of a moderator who has no account: behind their speaker's link. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { now } = await visitorContext(request, params)
  const { view } = await speakingView(request, params.token ?? '')
  const at = await getModerated(params.token ?? '', params.session ?? '')
  const moderated = await getModeratorView(at.event.id, params.session ?? '', now)
  const { slug, title, accent, timeZone, city } = view.event
  return {
    token: view.token,
    moderated,
    event: { slug, title, accent, timeZone, city },
    title: textIn(moderated.session.title, view.locale),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const [token, sessionId] = [params.token ?? '', params.session ?? '']
  const ctx = await visitorContext(request, params)
  const at = await getModerated(token, sessionId)
  answerSpeaker(request, at.person.locale)
  await countAttempt(`speaking-room:${at.speaking.id}`, { limit: 1000, seconds: 3600 })
  await takeStep(speakerContext(ctx, at), { eventId: at.event.id, sessionId }, request)
  return redirect(`/speaking/${token}/sessions/${sessionId}/room${askedLanguage(request)}`, 303)
}

export default function SpeakingModeratorPage() {
  const { token, moderated, event, title } = useLoaderData<typeof loader>()
  const home = `/speaking/${token}`
  return (
    <PersonalPage event={event} title={m['live.title']()}>
      <h2 className="title-m">{title}</h2>
      <p>
        <a href={home}>{m['notes.words.back']()}</a>
      </p>
      <ModeratorPage event={event} view={moderated} catchUp={null} />
    </PersonalPage>
  )
}
