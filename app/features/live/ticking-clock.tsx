import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/shared/vocabulary.ts'
import { clockOf, type LiveTurn } from './domain/live-state.ts'
import { minutesAndSeconds } from './turn-clock.tsx'

type Props = { turn: LiveTurn; locale: Locale; now: number; className?: string }

/**
 * A turn's clock that `live.js` keeps going: when its time is up, and from when on it warns, stand in its attributes.
 * Without script it says when the time is up.
 */
export function TickingClock({ turn, locale, now, className = '' }: Props) {
  const { startedAt, pausedAt, pausedSeconds, plannedSeconds } = turn
  const { spoken, left, tone } = clockOf(turn, now)
  const from = Date.parse(startedAt ?? '') + pausedSeconds * 1000
  const to = { locale }
  const words = {
    calm: m['live.clock.calm']({}, to),
    soon: m['live.clock.soon']({}, to),
    over: m['live.clock.over']({}, to),
    paused: m['live.clock.paused']({}, to),
    spoken: m['live.clock.spoken']({}, to),
  }
  const isPaused = pausedAt !== null
  const warning = plannedSeconds === null ? 0 : Math.min(120, Math.max(30, plannedSeconds / 5))
  const state = isPaused ? 'paused' : left === null ? 'spoken' : tone
  return (
    <div
      className={`turn-clock ${className}`}
      data-clock={state}
      data-from={from}
      data-planned={plannedSeconds ?? ''}
      data-warning={warning}
      data-words={JSON.stringify(words)}
    >
      <span className="turn-clock-time figures" role="timer" data-clock-time>
        {minutesAndSeconds(left ?? spoken)}
      </span>
      <span className="turn-clock-words" data-clock-words>
        {words[state]}
      </span>
    </div>
  )
}
