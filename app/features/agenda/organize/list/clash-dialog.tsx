import { useEffect, useRef } from 'react'
import {
  type ClashPart,
  type ClashQuestion,
  questionsOf,
} from '#app/features/agenda/domain/clashes/clash-choice.ts'
import type { DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Button } from '#app/ui/button.tsx'
import { draftLabels } from '../grid/draft-labels.ts'
import type { Clashing } from '../grid/draft-store.ts'
import { type Places, slotText, titleOf } from '../grid/spoken-change.ts'

type ClashDialogProps = {
  clashing: Clashing
  sessions: readonly DraftSession[]
  places: Places
  onResolve: (mine: ReadonlySet<string>) => void
}

/** Somebody else changed the same meanwhile: both are shown, and one of both is kept for each part. */
export function ClashDialog({ clashing, sessions, places, onResolve }: ClashDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      className="sheet"
      aria-labelledby="clash-title"
      // Leaving without a choice keeps what stands in the draft.
      onCancel={() => onResolve(new Set())}
    >
      <form
        method="dialog"
        className="stack"
        onSubmit={(event) => {
          const chosen = new FormData(event.currentTarget)
          onResolve(new Set([...chosen].flatMap(([key, side]) => (side === 'mine' ? [key] : []))))
        }}
      >
        <h2 className="title-m" id="clash-title">
          {m['editor.clash.title']()}
        </h2>
        <p className="soft">{m['editor.clash.lead']()}</p>
        {questionsOf(clashing.clashes).map((question) => {
          const session = sessions.find((one) => one.id === question.sessionId)
          return (
            <fieldset key={question.key} className="clash-question">
              <legend>
                {session ? titleOf(session) : ''} · {partName(question.part, places)}
              </legend>
              <Choice
                question={question}
                side="theirs"
                words={sideText(question, 'theirs', clashing, sessions, places)}
              />
              <Choice
                question={question}
                side="mine"
                words={sideText(question, 'yours', clashing, sessions, places)}
              />
            </fieldset>
          )
        })}
        <p>
          <Button>{m['editor.clash.settle']()}</Button>
        </p>
      </form>
    </dialog>
  )
}

function Choice({
  question,
  side,
  words,
}: {
  question: ClashQuestion
  side: 'theirs' | 'mine'
  words: string
}) {
  return (
    <label className="choice">
      <input type="radio" name={question.key} value={side} defaultChecked={side === 'theirs'} />
      <span className="choice-text">
        <strong>{side === 'theirs' ? m['editor.clash.theirs']() : m['editor.clash.mine']()}</strong>
        <span>{words}</span>
      </span>
    </label>
  )
}

/** What one side made of it. Time and room are told whole, also where only one of them clashes. */
export function sideText(
  { sessionId, part, clashes }: ClashQuestion,
  side: 'theirs' | 'yours',
  { edits }: Clashing,
  sessions: readonly DraftSession[],
  places: Places,
): string {
  const session = sessions.find((one) => one.id === sessionId)
  if (!session) return ''
  const ofSide = Object.fromEntries(clashes.map((one) => [one.field, one[side]]))
  if (part === 'slot') {
    const own = edits.find((edit) => edit.sessionId === sessionId)?.set
    return slotText({ ...session, ...(side === 'yours' && slotOf(own)), ...ofSide }, places)
  }
  return labelsFor(places).value(part, ofSide[part]) || '–'
}

function labelsFor({ rooms, tracks, people, films, timeZone }: Places) {
  const named = Object.entries(people).map(([id, name]) => ({ id, name }))
  return draftLabels({ rooms, tracks, people: named, films, timeZone, locale: getLocale() })
}

const partName = (part: ClashPart, places: Places) =>
  part === 'slot' ? m['editor.part.slot']() : labelsFor(places).label(part)

function slotOf(set: Partial<DraftSession> = {}): Partial<DraftSession> {
  const own: Partial<DraftSession> = {}
  if ('startsAt' in set) own.startsAt = set.startsAt ?? null
  if ('endsAt' in set) own.endsAt = set.endsAt ?? null
  if ('roomId' in set) own.roomId = set.roomId ?? null
  return own
}
