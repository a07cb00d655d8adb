import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PersonName } from '#app/ui/texts/person-name.tsx'
import { TimeRange } from '#app/ui/texts/time-range.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { CueSheet } from './cue-sheet.tsx'
import { CueText } from './cue-text.tsx'
import { minutesLate } from './domain/catch-up.ts'
import type { Cue } from './domain/cues.server.ts'
import {
  besideInRoom,
  type LiveQuestion,
  type LiveSession,
  type LiveTurn,
  nextTurn,
  runningTurn,
} from './domain/live-state.ts'
import type { ModeratorView } from './domain/moderator-view.server.ts'
import { ModeratorTurns } from './moderator-turns.tsx'
import { PrintButton } from './print-button.tsx'
import { Step } from './step-button.tsx'
import { TurnClock } from './turn-clock.tsx'
import { useLive } from './use-live.ts'
import { type StepDone, type StepFault, StepsContext, useSteps } from './use-steps.ts'

type ModeratorPageProps = {
  event: { slug: string; timeZone: string; city: TranslatedText }
  view: ModeratorView
  /** Where the ways to catch up stand, for those who may edit the agenda. */
  catchUp: string | null
}

/** A session on the moderator's phone: the clock, who is next with what to say of them, and the buttons. */
export function ModeratorPage({ event, view, catchUp }: ModeratorPageProps) {
  const { live, now, connection, renew } = useLive(event.slug, view.live)
  const steps = useSteps(renew, connection === 'open')
  const questions = live.questions.filter((one) => one.sessionId === view.session.id)
  const session = live.sessions.find((one) => one.id === view.session.id) ?? view.session
  const [running, next] = [runningTurn(session), nextTurn(session)]
  const late = session.endedAt === null ? minutesLate(session, now) : 0
  const people = new Map(view.people.map((one) => [one.id, one]))
  return (
    <StepsContext.Provider value={steps}>
      <div className="room stack loose">
        <div className="room-word" role="status">
          {connection === 'lost' && <Notice tone="warning" title={m['live.room.lost']()} />}
          {steps.fault && <Notice tone="problem" title={faults[steps.fault]()} />}
        </div>
        <p className="room-done" role="status">
          {steps.done && doneText(steps.done)}
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
            <SpeakingTurn turn={running} now={now} cue={people.get(running.personId)?.cue ?? null} />
          ) : session.endedAt !== null ? (
            <Notice tone="info" title={m['live.room.over']()} />
          ) : session.startedAt !== null ? (
            <p>{m['live.room.nobody']()}</p>
          ) : (
            <p>{m['live.room.not-begun']()}</p>
          )}
          <RoomWarnings others={besideInRoom(live, session)} late={late} catchUp={catchUp} />
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
          <SessionStep session={session} isQuiet={next !== null} />
          <PrintButton />
        </div>
        {view.cue && (
          <section className="stack snug" aria-label={m['live.cue.session']()}>
            <h2 className="title-s">{m['live.cue.session']()}</h2>
            <CueText
              cue={view.cue}
              parts={['introduction', 'questions', 'handOver', 'interpreting', 'technical']}
            />
          </section>
        )}
        {questions.length > 0 && <AskedQuestions questions={questions} />}
        <ModeratorTurns session={session} people={view.people} now={now} />
        <CueSheet view={view} zone={event.timeZone} />
      </div>
    </StepsContext.Provider>
  )
}

const faults: Record<StepFault, () => string> = {
  unsent: () => m['live.room.unsent'](),
  changed: () => m['live.room.changed'](),
  refused: () => m['live.room.refused'](),
}

const doneTexts: Record<Exclude<StepDone['step'], 'extend-turn'>, () => string> = {
  'start-session': m['live.done.start-session'],
  'end-session': m['live.done.end-session'],
  'start-turn': m['live.done.start-turn'],
  'pause-turn': m['live.done.pause-turn'],
  'resume-turn': m['live.done.resume-turn'],
  'end-turn': m['live.done.end-turn'],
  'take-back': m['live.done.take-back'],
}

/** What a press did, in a sentence. */
function doneText({ step, seconds }: StepDone): string {
  if (step !== 'extend-turn') return doneTexts[step]()
  return seconds > 0 ? m['live.done.longer']() : m['live.done.shorter']()
}

type SpeakingProps = { turn: LiveTurn; now: number; cue: Cue | null }

/** Who speaks, for how long still, and what to have at hand. */
function SpeakingTurn({ turn, now, cue }: SpeakingProps) {
  return (
    <div className="stack snug">
      <p className="label">{m['live.room.speaking']()}</p>
      <h2 className="title-m">{turn.name}</h2>
      <TurnClock turn={turn} now={now} />
      <TurnSteps turn={turn} />
      <CueText cue={cue} parts={['questions', 'interpreting', 'technical']} />
    </div>
  )
}

function TurnSteps({ turn }: { turn: LiveTurn }) {
  return (
    <div className="cluster">
      {turn.pausedAt === null ? (
        <Step step="pause-turn" turn={turn} variant="quiet">
          {m['live.room.pause']()}
        </Step>
      ) : (
        <Step step="resume-turn" turn={turn}>
          {m['live.room.resume']()}
        </Step>
      )}
      {turn.plannedSeconds !== null && (
        <>
          <Step step="extend-turn" seconds={60} turn={turn} variant="quiet">
            {m['live.room.minute-more']()}
          </Step>
          <Step step="extend-turn" seconds={-60} turn={turn} variant="plain">
            {m['live.room.minute-less']()}
          </Step>
        </>
      )}
      <Step step="end-turn" turn={turn} variant="quiet">
        {m['live.room.end-turn']()}
      </Step>
      <Step step="take-back" turn={turn} variant="plain">
        {m['live.room.take-back']()}
      </Step>
    </div>
  )
}

type WarningsProps = { others: readonly LiveSession[]; late: number; catchUp: string | null }

/** What stands in the way of what was planned. */
function RoomWarnings({ others, late, catchUp }: WarningsProps) {
  return (
    <>
      {others.map((other) => (
        <Notice key={other.id} tone="warning" title={alsoRunning(other)}>
          <p>{m['live.room.also-next']()}</p>
        </Notice>
      ))}
      {late > 0 && (
        <Notice tone="warning" title={m['live.room.late']({ count: late })}>
          {catchUp && (
            <p>
              <a href={catchUp}>{m['live.room.catch-up']()}</a>
            </p>
          )}
        </Notice>
      )}
    </>
  )
}

type SessionStepProps = { session: LiveSession; isQuiet: boolean }

/** The session begins, ends, or goes on after all. */
function SessionStep({ session, isQuiet }: SessionStepProps) {
  if (session.startedAt !== null && session.endedAt === null) {
    return (
      <Step step="end-session" variant="danger">
        {m['live.room.end']()}
      </Step>
    )
  }
  return (
    <Step step="start-session" variant={isQuiet ? 'quiet' : 'primary'}>
      {session.endedAt === null ? m['live.room.start']() : m['live.room.go-on']()}
    </Step>
  )
}

/** What the floor wants to know, as the moderators chose, the most wanted first: to be read out. */
function AskedQuestions({ questions }: { questions: readonly LiveQuestion[] }) {
  return (
    <section className="stack snug" aria-labelledby="floor">
      <h2 className="title-s" id="floor">
        {m['floor.title']()}
      </h2>
      <ol className="floor-list">
        {questions.map((one) => (
          <li key={one.id}>
            <p lang={one.lang}>{one.text}</p>
            <span className="figures small">{m['floor.votes']({ count: one.votes })}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** How to say who comes next. */
function NextPerson({ person }: { person: ModeratorView['people'][number] | undefined }) {
  if (!person) return null
  const honorific = textIn(person.honorific, getLocale())
  return (
    <div className="stack tight">
      {honorific && (
        <p>
          <PersonName name={person.name} honorific={honorific} />
        </p>
      )}
      {person.pronunciation && <p>{m['live.room.pronounced']({ words: person.pronunciation })}</p>}
      <Translated value={person.position} as="p" className="soft" />
      <Translated value={person.affiliation} as="p" className="soft" />
      <CueText cue={person.cue} parts={['introduction', 'handOver']} />
    </div>
  )
}

/** That somebody else's session still runs in this room, and who speaks there. */
function alsoRunning(other: LiveSession): string {
  const title = textIn(other.title, getLocale())
  const name = runningTurn(other)?.name
  return name ? m['live.room.also-speaking']({ title, name }) : m['live.room.also-running']({ title })
}
