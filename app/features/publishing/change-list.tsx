import type { AgendaChange, ChangedSlot } from '#app/features/agenda/domain/agenda-snapshot.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { IconName } from '#app/ui/icon.tsx'
import { type MarkTone, StateMark } from '#app/ui/state-mark.tsx'
import { TimeRange } from '#app/ui/texts/time-range.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { changedFields, changeKindWord, filmSentences, peopleSentences, roomLabel } from './change-texts.ts'

const marks: Record<AgendaChange['kind'], { tone: MarkTone; shape: IconName }> = {
  new: { tone: 'good', shape: 'dot' },
  moved: { tone: 'care', shape: 'clock' },
  changed: { tone: 'calm', shape: 'note' },
  cancelled: { tone: 'bad', shape: 'cross' },
}

type ChangeListProps = {
  changes: AgendaChange[]
  zone: string
  place?: string | undefined
  /** Where a session can be read, when it can. */
  hrefOf?: (change: AgendaChange) => string | undefined
}

/** A change list: what happened to each session, where it was and where it is. */
export function ChangeList({ changes, zone, place, hrefOf }: ChangeListProps) {
  return (
    <ul className="change-list">
      {changes.map((change) => {
        const href = hrefOf?.(change)
        return (
          <li key={change.sessionId}>
            <p className="change-kind">
              <StateMark {...marks[change.kind]}>{changeKindWord(change.kind)}</StateMark>
            </p>
            <div className="stack tight">
              <p className="change-title">
                {href ? (
                  <a href={href}>
                    <Translated value={change.title} />
                  </a>
                ) : (
                  <Translated value={change.title} />
                )}
              </p>
              <Slots change={change} zone={zone} place={place} />
              {changedFields(change) && (
                <p className="small soft">
                  {m['publishing.change.fields']({ fields: changedFields(change) })}
                </p>
              )}
              {[...peopleSentences(change), ...filmSentences(change, getLocale())].map((sentence) => (
                <p key={sentence} className="small">
                  {sentence}
                </p>
              ))}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

function Slots({ change, zone, place }: { change: AgendaChange; zone: string; place?: string | undefined }) {
  const { before, after, kind } = change
  const slot = (value: ChangedSlot) => <Slot slot={value} zone={zone} place={place} />
  if (kind === 'moved' && before && after) {
    return (
      <dl className="change-slots small">
        <dt>{m['publishing.change.was']()}</dt>
        <dd>
          <s>{slot(before)}</s>
        </dd>
        <dt>{m['publishing.change.is']()}</dt>
        <dd>{slot(after)}</dd>
      </dl>
    )
  }
  const only = after ?? before
  if (!only) return null
  return <p className="small">{after ? slot(only) : <s>{slot(only)}</s>}</p>
}

function Slot({ slot, zone, place }: { slot: ChangedSlot; zone: string; place?: string | undefined }) {
  const room = roomLabel(slot, getLocale())
  return (
    <>
      <TimeRange start={slot.startsAt} end={slot.endsAt} zone={zone} place={place} />
      {room && <span className="change-room">{room}</span>}
    </>
  )
}
