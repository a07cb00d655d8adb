import { m } from '#app/paraglide/messages.js'
import { roleWord } from '#app/public/code-labels.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import type { CalendarAnswer, Locale } from '#app/shared/vocabulary.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { TimeRange } from '#app/ui/texts/time-range.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { AnswerForm } from './answer-form.tsx'
import { SpeakingSlides } from './slides/speaking-slides.tsx'
import { OwnDeputy, SpeakingMore } from './speaking-more.tsx'
import type { SpeakingSession, SpeakingView } from './speaking-view.server.ts'

type CardProps = {
  session: SpeakingSession
  event: Pick<SpeakingView['event'], 'slug' | 'timeZone' | 'city' | 'isPublic'>
  path: string
  locale: Locale
  /** They run it: their link leads to its live room. */
  isModerated: boolean
}

const states: Record<CalendarAnswer, { tone: 'care' | 'good' | 'bad' | 'calm'; label: () => string }> = {
  'needs-action': { tone: 'care', label: () => m['speaking.state.needs-action']() },
  accepted: { tone: 'good', label: () => m['speaking.state.accepted']() },
  declined: { tone: 'bad', label: () => m['speaking.state.declined']() },
  tentative: { tone: 'calm', label: () => m['speaking.state.tentative']() },
}

/** One session that the speaker is in: when, where, as what, and what they answered. */
export function SpeakingSessionCard({ session, event, path, locale, isModerated }: CardProps) {
  const { startsAt, endsAt, room, roles, minutes, answer, isCancelled, isOver, ownTime } = session
  const heading = `session-${session.id}`
  return (
    <article className="ticket stack" aria-labelledby={heading}>
      <div className="stack snug">
        <p>
          {isCancelled ? (
            <StateMark tone="plain">{m['speaking.state.withdrawn']()}</StateMark>
          ) : (
            <StateMark tone={states[answer].tone}>{states[answer].label()}</StateMark>
          )}
        </p>
        <h3 className="title-m" id={heading}>
          {event.isPublic && !isCancelled && session.slug ? (
            <a href={publicPath.session(locale, event.slug, session.slug)}>
              <Translated value={session.title} />
            </a>
          ) : (
            <Translated value={session.title} />
          )}
        </h3>
        {startsAt && endsAt && (
          <p>
            <TimeRange
              start={startsAt}
              end={endsAt}
              zone={event.timeZone}
              place={textIn(event.city, locale) || undefined}
              withoutReader={ownTime !== ''}
            />
          </p>
        )}
        {ownTime && <p className="soft small">{m['speaking.session.own-time']({ when: ownTime })}</p>}
        <p className="soft">
          {[
            roles.map(roleWord).join(', '),
            minutes && m['speaking.session.minutes']({ count: minutes }),
            textIn(room, locale),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {session.note && <blockquote className="soft">{session.note}</blockquote>}
        {session.proposed && <p>{m['speaking.session.proposed']({ when: session.proposed })}</p>}
      </div>
      {isModerated && !isCancelled && (
        <p>
          <ButtonLink href={`${path}/sessions/${session.id}/room`}>{m['live.speaking.room']()}</ButtonLink>
        </p>
      )}
      {!isCancelled && !isOver && !session.deputy && (
        <AnswerForm session={session} path={path} heading={heading} />
      )}
      {!isCancelled && (
        <div className="stack snug">
          <SpeakingSlides session={session} path={path} />
          {!isOver && <SpeakingMore session={session} path={path} />}
        </div>
      )}
      {session.deputy && !isOver && <OwnDeputy session={session} name={session.deputy} path={path} />}
    </article>
  )
}
