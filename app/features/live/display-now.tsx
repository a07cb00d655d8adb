import { wayWord } from '#app/features/interpretation/way-word.ts'
import { m } from '#app/paraglide/messages.js'
import { languageWord } from '#app/public/code-labels.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { formatTime, formatTimes } from '#app/shared/time/format.ts'
import { heldTogether } from '#app/shared/time/line-breaks.ts'
import { type Locale, locales } from '#app/shared/vocabulary.ts'
import { SessionRing } from '#app/ui/ring/session-ring.tsx'
import { PersonName } from '#app/ui/texts/person-name.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { type LiveSession, nextTurn, runningTurn } from './domain/live-state.ts'
import type { ScreenView } from './screen-view.server.ts'
import { TickingClock } from './ticking-clock.tsx'

/** Words in both languages, for those who read only one of them. */
export const inBoth = (words: (to: { locale: Locale }) => string) =>
  locales.map((locale) => words({ locale })).join(' · ')

/** What is on, large: one session with whoever speaks, or those of several rooms; before them all, the first to come. */
export function DisplayNow({ view }: { view: ScreenView }) {
  const { now, coming } = view
  const [only, ...others] = now.length > 0 ? now : coming
  if (!only) return null
  const isOn = now.length > 0
  const label = isOn ? m['public.agenda.now'] : m['public.agenda.next']
  return (
    <section className="display-now" aria-labelledby="now">
      <h2 className="label" id="now">
        {inBoth((to) => label({}, to))}
      </h2>
      {isOn && others.length > 0 ? (
        <ul className="display-rooms">
          {now.map((one) => (
            <li key={one.id}>
              <SessionName session={one} view={view} />
              <Speaks session={one} />
            </li>
          ))}
        </ul>
      ) : (
        <>
          <SessionName session={only} view={view} withEnd />
          {isOn && runningTurn(only) ? (
            <Speaker session={only} view={view} />
          ) : (
            <Table session={only} view={view} />
          )}
        </>
      )}
    </section>
  )
}

function Speaks({ session }: { session: LiveSession }) {
  const running = runningTurn(session)
  if (!running) return null
  return <p className="display-when">{m['live.screen.speaks']({ name: running.name })}</p>
}

/** Whoever has the floor, at the ring of all, with the time that is left in its middle. */
function Speaker({ session, view }: { session: LiveSession; view: ScreenView }) {
  const running = runningTurn(session)
  const speaker = view.speakers.find((one) => one.sessionId === session.id)
  if (!running || !speaker) return null
  const next = nextTurn(session)
  return (
    <TickingClock
      turn={running}
      locale={view.locale}
      now={Date.now()}
      className="display-speaking"
      ring={<SessionRing people={view.people} speaking={[speaker.personId]} />}
    >
      <div className="display-person">
        <p className="display-name">
          <PersonName name={speaker.name} honorific={textIn(speaker.honorific, view.locale)} />
        </p>
        <Translated value={speaker.position} as="p" className="display-other" />
        <Translated value={speaker.affiliation} as="p" className="display-other" />
        {next && (
          <p className="display-then">
            {m['live.screen.then']()} <PersonName name={next.name} />
          </p>
        )}
      </div>
    </TickingClock>
  )
}

/** While nobody has the floor: who is to speak, at the ring of all; where nobody is named, it is everybody's. */
function Table({ session, view }: { session: LiveSession; view: ScreenView }) {
  const people = new Map(session.turns.map((turn) => [turn.personId, turn.name]))
  const lit = people.size > 0 ? [...people.keys()] : view.people.map((one) => one.id)
  return (
    <div className="display-speaking">
      <SessionRing people={view.people} speaking={lit} />
      <ul className="display-person">
        {[...people].slice(0, mostNames).map(([id, name]) => (
          <li key={id} className="display-when">
            <PersonName name={name} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What is spoken, and into what it is interpreted, how. */
function heardWords({ spoken, into }: ScreenView['heard'][number]): string {
  const heard = into.map(({ language, ways }) =>
    [languageWord(language), ways.length > 0 && `(${ways.map(wayWord).join(', ').toLowerCase()})`]
      .filter(Boolean)
      .join(' '),
  )
  const words = [spoken.map(languageWord).join(', ')]
  if (heard.length > 0) words.push(`${m['public.session.interpretation']()} ${heard.join(', ')}`)
  return words.filter(Boolean).join(' · ')
}

const mostNames = 6
const long = 48

type NameProps = { session: LiveSession; view: ScreenView; withEnd?: boolean }

/** A session's hour and its title in both languages, the reader's first. */
export function SessionName({ session, view, withEnd = false }: NameProps) {
  const { title, roomId } = session
  const { locale, event } = view
  const [from, to] = [new Date(session.startsAt), new Date(session.endsAt)]
  const room = view.room === null && view.rooms.length > 1 && view.rooms.find((one) => one.id === roomId)
  const found = view.heard.find((one) => one.sessionId === session.id)
  const heard = found ? heardWords(found) : ''
  const shown = [locale, ...locales.filter((one) => one !== locale)].flatMap((one) => {
    const words = title[one]
    return words ? [{ locale: one, words }] : []
  })
  const isLong = (shown[0]?.words.length ?? 0) > long
  return (
    <div className={isLong ? 'display-session display-session-long' : 'display-session'}>
      <p className="display-hours figures">
        {withEnd ? formatTimes(from, to, event.timeZone, locale) : formatTime(from, event.timeZone, locale)}
        {room && ` · ${textIn(room.name, locale)}`}
        {heard && ` · ${heard}`}
      </p>
      {shown.map(({ locale: one, words }, at) => (
        <p key={one} lang={one} className={at === 0 ? 'display-title' : 'display-other'}>
          {heldTogether(words)}
        </p>
      ))}
    </div>
  )
}
