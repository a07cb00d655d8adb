import { m } from '#app/paraglide/messages.js'
import type { FloorState } from '#app/shared/vocabulary.ts'
import { Button } from '#app/ui/button.tsx'
import { type MarkTone, StateMark } from '#app/ui/state-mark.tsx'

type Asked = { id: string; text: string; locale: string; askedBy: string; state: FloorState; votes: number }

const states: Record<FloorState, { tone: MarkTone; words: () => string; step: () => string }> = {
  waiting: { tone: 'care', words: () => m['floor.state.waiting'](), step: () => m['floor.state.waiting']() },
  shown: { tone: 'good', words: () => m['floor.state.shown'](), step: () => m['floor.desk.show']() },
  answered: {
    tone: 'calm',
    words: () => m['floor.state.answered'](),
    step: () => m['floor.desk.answered'](),
  },
  hidden: { tone: 'plain', words: () => m['floor.state.hidden'](), step: () => m['floor.desk.hide']() },
}
const steps: Record<FloorState, FloorState[]> = {
  waiting: ['shown', 'hidden'],
  shown: ['answered', 'hidden'],
  answered: ['shown'],
  hidden: ['shown'],
}

/** A question with where it stands, and what a moderator can do with it. */
export function QuestionToModerate({ question }: { question: Asked }) {
  const { id, text, locale, askedBy, state, votes } = question
  return (
    <li className="stack snug">
      <p lang={locale}>{text}</p>
      <p className="cluster small">
        <StateMark tone={states[state].tone}>{states[state].words()}</StateMark>
        <span className="figures">{m['floor.votes']({ count: votes })}</span>
        {askedBy && <span className="soft">{m['floor.desk.by']({ name: askedBy })}</span>}
      </p>
      <form method="post" className="cluster">
        <input type="hidden" name="question" value={id} />
        {steps[state].map((next) => (
          <Button
            key={next}
            name="state"
            value={next}
            variant={next === 'shown' || next === 'answered' ? 'quiet' : 'plain'}
            aria-label={`${states[next].step()}: ${text}`}
          >
            {states[next].step()}
          </Button>
        ))}
      </form>
    </li>
  )
}
