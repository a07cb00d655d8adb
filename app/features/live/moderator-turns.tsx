import { m } from '#app/paraglide/messages.js'
import { roleWord } from '#app/public/code-labels.ts'
import { StateMark } from '#app/ui/state-mark.tsx'
import { CueText } from './cue-text.tsx'
import { clockOf, type LiveSession } from './domain/live-state.ts'
import type { ModeratorPerson } from './domain/moderator-view.server.ts'
import { Step } from './step-button.tsx'
import { minutesAndSeconds } from './turn-clock.tsx'

type Props = { session: LiveSession; people: readonly ModeratorPerson[]; now: number }

/** Everybody in speaking order, with what was planned and what was spoken, and each one's cue to open. */
export function ModeratorTurns({ session, people, now }: Props) {
  const known = new Map(people.map((one) => [one.id, one]))
  const speaking = new Set(session.turns.map((turn) => turn.personId))
  const others = people.filter((one) => !speaking.has(one.id))
  return (
    <section className="stack" aria-labelledby="turns">
      <h2 className="title-s" id="turns">
        {m['live.room.order']()}
      </h2>
      <ol className="moderator-turns">
        {session.turns.map((turn) => {
          const { spoken, left } = clockOf(turn, now)
          const isLate = left !== null && left < 0
          const person = known.get(turn.personId)
          const isOver = turn.endedAt !== null
          return (
            <li key={turn.id ?? turn.personId} className="stack tight">
              <p className="cluster cluster-apart">
                <strong>{turn.name}</strong>
                <span className="figures small">
                  {turn.startedAt !== null && `${minutesAndSeconds(spoken)} / `}
                  {turn.plannedSeconds === null ? '–' : minutesAndSeconds(turn.plannedSeconds)}
                </span>
              </p>
              <p className="cluster small">
                {turn.role && <span className="soft">{roleWord(turn.role)}</span>}
                {turn.startedAt === null ? (
                  <StateMark tone="plain">{m['live.room.waiting']()}</StateMark>
                ) : isOver ? (
                  <StateMark tone={isLate ? 'care' : 'good'}>
                    {isLate ? m['live.room.spoke-over']() : m['live.room.spoke']()}
                  </StateMark>
                ) : (
                  <StateMark tone="calm">{m['live.room.speaking']()}</StateMark>
                )}
              </p>
              {person?.cue && (
                <details>
                  <summary>{m['live.cue.of']({ name: turn.name })}</summary>
                  <CueText
                    cue={person.cue}
                    parts={['introduction', 'questions', 'handOver', 'interpreting', 'technical']}
                  />
                </details>
              )}
              {session.endedAt === null && (turn.startedAt === null || isOver) && (
                <Step step="start-turn" person={turn.personId} variant="plain">
                  {m['live.room.give-floor']({ name: turn.name })}
                </Step>
              )}
            </li>
          )
        })}
      </ol>
      {others.length > 0 && (
        <p className="small soft">
          {others.map((one) => `${one.name} (${one.roles.map(roleWord).join(', ')})`).join(' · ')}
        </p>
      )}
    </section>
  )
}
