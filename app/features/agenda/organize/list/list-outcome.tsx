import { questionsOf } from '#app/features/agenda/domain/clashes/clash-choice.ts'
import { clockOf, dayOf } from '#app/features/agenda/domain/day-clock.ts'
import type { DraftEdit, DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { m } from '#app/paraglide/messages.js'
import { Notice } from '#app/ui/notice.tsx'
import type { Clashing } from '../grid/draft-store.ts'
import { GestureButton } from '../grid/gesture-forms.tsx'
import { type RowFault, seenSlot } from '../grid/row-gesture.ts'
import { type Places, saidOf, titleOf } from '../grid/spoken-change.ts'
import { sideText } from './clash-dialog.tsx'

export const rowFaults: Record<RowFault, () => string> = {
  time: () => m['editor.fault.time'](),
  minutes: () => m['editor.fault.minutes'](),
  title: () => m['editor.fault.title'](),
  session: () => m['editor.fault.session'](),
  gesture: () => m['editor.fault.gesture'](),
}

type ListOutcomeProps = {
  outcome: { id: number; edits: DraftEdit[] } | null
  answer: { fault: RowFault | null; clashing: Clashing | null } | undefined
  sessions: readonly DraftSession[]
  places: Places
  forms: { address: string; day: string }
}

/** What a form posted without script came to. */
export function ListOutcome({ outcome, answer, sessions, places, forms }: ListOutcomeProps) {
  const action = `${forms.address}/list?day=${forms.day}`
  if (answer?.fault) return <Notice tone="problem" title={rowFaults[answer.fault]()} live />
  if (answer?.clashing) {
    return <Clashed clashing={answer.clashing} sessions={sessions} places={places} action={action} />
  }
  if (!outcome) return null
  return (
    <Notice tone="success" title={saidOf(outcome.edits, sessions, places)} live>
      {outcome.id > 0 && (
        <form method="post" action={action}>
          <input type="hidden" name="change" value={outcome.id} />
          <input type="hidden" name="day" value={forms.day} />
          <GestureButton value="undo">{m['editor.said.undo']()}</GestureButton>
        </form>
      )}
    </Notice>
  )
}

type ClashedProps = { clashing: Clashing; sessions: readonly DraftSession[]; places: Places; action: string }

/** Both sides; theirs stands in the draft, one's own can be put over it. */
function Clashed({ clashing, sessions, places, action }: ClashedProps) {
  return (
    <Notice tone="warning" title={m['editor.clash.title']()} live>
      {questionsOf(clashing.clashes).map((question) => {
        const session = sessions.find((one) => one.id === question.sessionId)
        if (!session) return null
        const edit = clashing.edits.find((one) => one.sessionId === session.id)
        const mine = { ...session, ...edit?.set }
        const { startsAt, endsAt } = mine
        return (
          <form key={question.key} method="post" action={action} className="stack snug">
            <p>
              <strong>{titleOf(session)}</strong>
              <br />
              {m['editor.clash.theirs']()}: {sideText(question, 'theirs', clashing, sessions, places)}
              <br />
              {m['editor.clash.mine']()}: {sideText(question, 'yours', clashing, sessions, places)}
            </p>
            {question.part === 'slot' && (
              <p>
                <input type="hidden" name="session" value={session.id} />
                <input type="hidden" name="seen" value={seenSlot(session)} />
                <input type="hidden" name="day" value={startsAt ? dayOf(startsAt, places.timeZone) : ''} />
                <input
                  type="hidden"
                  name="start"
                  value={startsAt ? clockOf(startsAt, places.timeZone) : ''}
                />
                <input
                  type="hidden"
                  name="minutes"
                  value={startsAt && endsAt ? (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000 : ''}
                />
                <input type="hidden" name="room" value={mine.roomId ?? ''} />
                <GestureButton value="place">{m['editor.clash.use-mine']()}</GestureButton>
              </p>
            )}
          </form>
        )
      })}
    </Notice>
  )
}
