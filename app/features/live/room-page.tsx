import { m } from '#app/paraglide/messages.js'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import { TimeRange } from '#app/ui/time-range.tsx'
import { Translated } from '#app/ui/translated.tsx'
import { CueSheet } from './cue-sheet.tsx'
import { CueWords } from './cue-words.tsx'
import { minutesLate } from './domain/catch-up.ts'
import { nextTurn, runningTurn } from './domain/live-state.ts'
import type { Room } from './domain/room.server.ts'
import { PrintButton } from './print-button.tsx'
import { RoomTurns } from './room-turns.tsx'
import { Step } from './step-button.tsx'
import { TurnClock } from './turn-clock.tsx'
import { useLive } from './use-live.ts'

type RoomPageProps = {
  event: { slug: string; timeZone: string; city: TranslatedText }
  room: Room
  /** Where the ways to catch up stand, for those who may edit the agenda. */
  catchUp: string | null
}

/** A session on the moderator's phone: the clock, who is next with what to say of them, and the buttons. */
export function RoomPage({ event, room, catchUp }: RoomPageProps) {
  const { live, now, connection } = useLive(event.slug, room.live)
  const session = live.sessions.find((one) => one.id === room.session.id) ?? room.session
  const [running, next] = [runningTurn(session), nextTurn(session)]
  const late = session.endedAt === null ? minutesLate(session, now) : 0
  const people = new Map(room.people.map((one) => [one.id, one]))
  return (
    <div className="room stack loose">
      <p className="room-connection small" role="status">
        {connection === 'lost' && m['live.room.lost']()}
      </p>
      <section className="stack" aria-label={m['live.room.now']()}>
        <p className="soft">
          <TimeRange
            start={session.startsAt}
            end={session.endsAt}
            zone={event.timeZone}
            timesOnly
            withoutReader
          />
        </p>
        {running ? (
          <div className="stack snug">
            <p className="label">{m['live.room.speaking']()}</p>
            <h2 className="title-m">{running.name}</h2>
            <TurnClock turn={running} now={now} />
            <div className="cluster">
              {running.pausedAt === null ? (
                <Step step="pause-turn" variant="quiet">
                  {m['live.room.pause']()}
                </Step>
              ) : (
                <Step step="resume-turn">{m['live.room.resume']()}</Step>
              )}
              {running.plannedSeconds !== null && (
                <>
                  <Step step="extend-turn" seconds={60} variant="quiet">
                    {m['live.room.minute-more']()}
                  </Step>
                  <Step step="extend-turn" seconds={-60} variant="plain">
                    {m['live.room.minute-less']()}
                  </Step>
                </>
              )}
              <Step step="end-turn" variant="quiet">
                {m['live.room.end-turn']()}
              </Step>
              <Step step="take-back" variant="plain">
                {m['live.room.take-back']()}
              </Step>
            </div>
            <CueWords
              cue={people.get(running.personId)?.cue ?? null}
              parts={['questions', 'interpreting', 'technical']}
            />
          </div>
        ) : session.endedAt !== null ? (
          <Notice tone="info" title={m['live.room.over']()} />
        ) : session.startedAt !== null ? (
          <p>{m['live.room.nobody']()}</p>
        ) : (
          <p>{m['live.room.not-begun']()}</p>
        )}
        {late > 0 && (
          <Notice tone="warning" title={m['live.room.late']({ count: late })}>
            {catchUp && (
              <p>
                <a href={catchUp}>{m['live.room.catch-up']()}</a>
              </p>
            )}
          </Notice>
        )}
      </section>
      {next && session.endedAt === null && (
        <section className="stack snug" aria-label={m['live.room.next']()}>
          <p className="label">{m['live.room.next']()}</p>
          <div className="cluster">
            <Step step="start-turn" person={next.personId} wide>
              {m['live.room.give-floor']({ name: next.name })}
            </Step>
          </div>
          <NextPerson person={people.get(next.personId)} />
        </section>
      )}
      <div className="cluster cluster-apart">
        {session.startedAt === null || session.endedAt !== null ? (
          <Step step="start-session" variant={next ? 'quiet' : 'primary'}>
            {session.endedAt === null ? m['live.room.start']() : m['live.room.go-on']()}
          </Step>
        ) : (
          <Step step="end-session" variant="danger">
            {m['live.room.end']()}
          </Step>
        )}
        <PrintButton />
      </div>
      {room.cue && (
        <section className="stack snug" aria-label={m['live.cue.session']()}>
          <h2 className="title-s">{m['live.cue.session']()}</h2>
          <CueWords
            cue={room.cue}
            parts={['introduction', 'questions', 'handOver', 'interpreting', 'technical']}
          />
        </section>
      )}
      <RoomTurns session={session} people={room.people} now={now} />
      <CueSheet room={room} zone={event.timeZone} />
    </div>
  )
}

/** How to say who comes next. */
function NextPerson({ person }: { person: Room['people'][number] | undefined }) {
  if (!person) return null
  return (
    <div className="stack tight">
      {person.pronunciation && <p>{m['live.room.pronounced']({ words: person.pronunciation })}</p>}
      <Translated value={person.position} as="p" className="soft" />
      <Translated value={person.affiliation} as="p" className="soft" />
      <CueWords cue={person.cue} parts={['introduction', 'handOver']} />
    </div>
  )
}
