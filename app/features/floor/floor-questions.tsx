import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import type { ShownQuestion } from './domain/ask-and-vote.server.ts'

type Props = { code: string; questions: readonly ShownQuestion[]; isOpen: boolean }

/** What others want to know, the most wanted first; each browser has one vote a question. */
export function FloorQuestions({ code, questions, isOpen }: Props) {
  if (questions.length === 0) return <p className="soft">{m['floor.none']()}</p>
  return (
    <ol className="floor-list">
      {questions.map(({ id, text, lang, votes, isMine }) => (
        <li key={id}>
          <p lang={lang}>{text}</p>
          <form method="post" action={`/floor/${code}/votes`} className="cluster">
            <input type="hidden" name="question" value={id} />
            {isMine && <input type="hidden" name="takeBack" value="yes" />}
            <span className="figures">{m['floor.votes']({ count: votes })}</span>
            {isOpen && (
              <Button
                variant={isMine ? 'plain' : 'quiet'}
                aria-label={isMine ? m['floor.vote-back-for']({ text }) : m['floor.vote-for']({ text })}
              >
                {isMine ? m['floor.vote-back']() : m['floor.vote']()}
              </Button>
            )}
          </form>
        </li>
      ))}
    </ol>
  )
}
