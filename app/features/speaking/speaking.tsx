import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { liveAround } from '#app/features/live/domain/live-around.ts'
import { getLive } from '#app/features/live/domain/live-now.server.ts'
import { moderatedBy } from '#app/features/live/domain/moderated.server.ts'
import { ownDay } from '#app/features/live/domain/own-day.ts'
import { WaitingWords } from '#app/features/notes/waiting-words.tsx'
import { countWords } from '#app/features/notes/words-view.server.ts'
import { m } from '#app/paraglide/messages.js'
import { PersonalPage } from '#app/public/personal-frame.tsx'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { RenewLink } from '#app/ui/renew-link.tsx'
import { keptLanguage } from './speaker-language.server.ts'
import { withdrawnSchema } from './speaking.schema.ts'
import { SpeakingAvailability } from './speaking-availability.tsx'
import { SpeakingPortrait } from './speaking-portrait.tsx'
import { SpeakingSessionCard } from './speaking-session.tsx'
import { SpeakingToday } from './speaking-today.tsx'
import { speakingView } from './speaking-view.server.ts'

export const meta: MetaFunction = () => [{ title: m['speaking.page.title']() }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { at, view } = await speakingView(request, params.token ?? '')
  const now = new Date()
  const [words, moderated, live] = await Promise.all([
    countWords(at),
    moderatedBy(at.event.id, at.personId),
    getLive(at.event.id, now),
  ])
  const own = new Set(view.sessions.filter((one) => !one.isCancelled).map((one) => one.id))
  const sessions = view.event.isCancelled ? [] : ownDay(liveAround(live, now.getTime()), own, now.getTime())
  const today = { sessions, revision: live.revision, personId: at.personId }
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const withdrawn = withdrawnSchema.safeParse(asked).data ?? null
  return data({ ...view, words, moderated, saved: 'saved' in asked, withdrawn, today }, keptLanguage(request))
}

export default function SpeakingPage() {
  const page = useLoaderData<typeof loader>()
  const { token, event, person, holder, sessions, locale, saved, withdrawn, words, moderated, today } = page
  const path = `/speaking/${token}`
  const open = sessions.filter((session) => session.answer === 'needs-action' && !session.isCancelled)
  return (
    <PersonalPage event={event} title={m['speaking.page.title']()}>
      {saved && !withdrawn && <Notice tone="success" live title={m['speaking.page.saved']()} />}
      {withdrawn && (
        <Notice tone="success" live title={m['speaking.deputy.withdrawn']()}>
          <p>{m['speaking.deputy.withdrawn-how']()}</p>
          <form method="post" action={`${path}/sessions/${withdrawn.session}/deputy/restoration`}>
            <input type="hidden" name="change" value={withdrawn.change} />
            <Button variant="quiet">{m['acts.undo']()}</Button>
          </form>
        </Notice>
      )}
      {event.isCancelled && <Notice tone="warning" title={m['speaking.page.cancelled']()} />}
      <div className="stack snug">
        <p className="lede">{m['speaking.page.lead']({ name: person.name })}</p>
        {holder === 'assistant' && (
          <p className="soft">{m['speaking.page.as-assistant']({ name: person.name })}</p>
        )}
        {person.assistantEmail && (
          <p className="soft small">{m['speaking.page.assistant']({ email: person.assistantEmail })}</p>
        )}
        {open.length > 0 && !event.isCancelled && (
          <p>
            <strong>{m['speaking.page.open']({ count: open.length })}</strong>
          </p>
        )}
      </div>
      <SpeakingToday event={event} today={today} path={path} />
      <WaitingWords waiting={words} path={path} />
      <section className="stack" aria-labelledby="sessions">
        <h2 className="title-m" id="sessions">
          {m['speaking.page.sessions']()}
        </h2>
        {sessions.length === 0 && <p className="soft">{m['speaking.page.none']()}</p>}
        {sessions.map((session) => (
          <SpeakingSessionCard
            key={session.id}
            session={session}
            event={event}
            path={path}
            locale={locale}
            isModerated={moderated.includes(session.id)}
          />
        ))}
        <div className="cluster">
          <ButtonLink href={`${path}/calendar.ics`} variant="quiet">
            {m['speaking.page.calendar']()}
          </ButtonLink>
          {event.isPublic && (
            <ButtonLink href={publicPath.agenda(locale, event.slug)} variant="plain">
              {m['speaking.page.agenda']()}
            </ButtonLink>
          )}
        </div>
      </section>
      <SpeakingAvailability page={page} path={path} />
      <section className="stack" aria-labelledby="profile">
        <h2 className="title-m" id="profile">
          {m['speaking.page.profile']()}
        </h2>
        <p className="soft measure">{m['speaking.page.profile-lead']()}</p>
        <p>
          <ButtonLink href={`${path}/profile`} variant="quiet">
            {m['speaking.page.profile-edit']()}
          </ButtonLink>
        </p>
        <SpeakingPortrait page={page} path={path} />
      </section>
      <RenewLink path={path} keep={m['speaking.page.keep']()} />
      <script src="/upload.js" defer />
    </PersonalPage>
  )
}
