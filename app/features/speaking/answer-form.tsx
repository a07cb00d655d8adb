import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/fields/field.tsx'
import type { SpeakingSession } from './speaking-view.server.ts'

type Props = {
  session: Pick<SpeakingSession, 'id' | 'answer' | 'note'>
  path: string
  heading: string
  fault?: string | undefined
}

/** The speaker's answer to being asked into a session, with a word to the organizers. */
export function AnswerForm({ session, path, heading, fault }: Props) {
  return (
    <form method="post" action={`${path}/sessions/${session.id}/answer`} className="stack snug">
      <TextArea
        id={`note-${session.id}`}
        name="note"
        label={m['speaking.session.note']()}
        error={fault}
        rows={2}
        defaultValue={session.note}
        maxLength={1000}
      />
      <fieldset className="cluster plain-group" aria-describedby={heading}>
        <legend className="visually-hidden">{m['speaking.session.answer']()}</legend>
        <Button name="answer" value="accepted" variant={session.answer === 'accepted' ? 'quiet' : 'primary'}>
          {m['speaking.session.accept']()}
        </Button>
        <Button name="answer" value="tentative" variant="quiet">
          {m['speaking.session.tentative']()}
        </Button>
        <Button name="answer" value="declined" variant="quiet">
          {m['speaking.session.decline']()}
        </Button>
      </fieldset>
    </form>
  )
}
