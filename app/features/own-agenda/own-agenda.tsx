import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { AfterEvent } from '#app/features/afterwards/after-event.tsx'
import { agendaDays } from '#app/features/agenda/agenda-days.ts'
import { Programme } from '#app/features/agenda/programme.tsx'
import { m } from '#app/paraglide/messages.js'
import { PersonalPage } from '#app/public/personal-frame.tsx'
import { absolute } from '#app/shared/pages/page-head.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ownAgendaView } from './own-agenda-view.server.ts'
import { SessionActions } from './session-actions.tsx'

export const meta: MetaFunction = () => [{ title: m['own-agenda.page.title']() }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const view = await ownAgendaView(request, params.token ?? '')
  const feed = absolute(`/registrations/${view.token}/agenda.ics?lang=${view.locale}`)
  return { ...view, feed }
}

export default function OwnAgenda() {
  const page = useLoaderData<typeof loader>()
  const { token, event, attendee, locale, agenda, own, feed, onlyMine } = page
  const registration = `/registrations/${token}`
  const path = `${registration}/agenda`
  const chosen = new Set(own.map((one) => one.sessionId))
  const mine = agenda.sessions.filter((session) => chosen.has(session.id))
  const days = (part: 'own' | 'all') =>
    agendaDays(part === 'own' ? mine : agenda.sessions, event.timeZone, locale).map((day) => (
      <section key={day.id} aria-labelledby={`${part} ${part}-${day.id}`}>
        <h3 className="day" id={`${part}-${day.id}`}>
          {day.label}
        </h3>
        <Programme
          eventSlug={event.slug}
          timeZone={event.timeZone}
          agenda={agenda}
          day={day}
          anchor={part}
          actions={(session) => <SessionActions page={page} session={session} part={part} />}
        />
      </section>
    ))
  return (
    <PersonalPage event={event} title={m['own-agenda.page.title']()}>
      <a className="breadcrumb" href={registration}>
        {m['own-agenda.page.back']()}
      </a>
      {page.after && <AfterEvent after={page.after} event={event} locale={locale} />}
      {page.seats.length > 0 && attendee.state === 'confirmed' && !page.after && (
        <p>
          <ButtonLink href={`${registration}/places`}>{m['own-agenda.places.choose']()}</ButtonLink>
        </p>
      )}
      {agenda.sessions.length === 0 && (
        <EmptyState title={m['own-agenda.page.unpublished']()}>
          {m['own-agenda.page.unpublished-hint']()}
        </EmptyState>
      )}
      {agenda.sessions.length > 0 && (
        <section className="own-agenda" aria-labelledby="own">
          <h2 id="own">{m['own-agenda.page.own']()}</h2>
          {mine.length === 0 && (
            <EmptyState title={m['own-agenda.page.empty']()}>{m['own-agenda.page.empty-hint']()}</EmptyState>
          )}
          {days('own')}
          {mine.length > 0 && (
            <div className="stack snug own-feed">
              <p className="cluster">
                <ButtonLink href={feed.replace(/^https?:/, 'webcal:')}>
                  {m['own-agenda.page.calendar']()}
                </ButtonLink>
                <ButtonLink variant="plain" href={feed}>
                  {m['own-agenda.page.calendar-file']()}
                </ButtonLink>
              </p>
              <p className="small soft">{m['own-agenda.page.calendar-hint']()}</p>
            </div>
          )}
          {mine.length > 0 && (
            <p>
              <a href={onlyMine ? `${path}#all` : `${path}?mine=1`}>
                {onlyMine ? m['own-agenda.page.whole']() : m['own-agenda.page.mine']()}
              </a>
            </p>
          )}
        </section>
      )}
      {agenda.sessions.length > 0 && !(onlyMine && mine.length > 0) && (
        <section aria-labelledby="all">
          <h2 id="all">{m['own-agenda.page.whole']()}</h2>
          {days('all')}
        </section>
      )}
    </PersonalPage>
  )
}
