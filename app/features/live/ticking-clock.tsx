import type { CSSProperties, ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/shared/vocabulary.ts'
import { clockOf, type LiveTurn, warningOf } from './domain/live-state.ts'
import { minutesAndSeconds } from './turn-clock.tsx'

type Props = {
  turn: LiveTurn
  locale: Locale
  now: number
  className: string
  /** What the figures stand on. */
  ring?: ReactNode
  /** Whose time it is. */
  children?: ReactNode
}

/**
 * A turn's clock that `live.js` keeps going: when its time is up, and from when on it warns, stand in its attributes.
 * `--part` is what is left of the time in percent, `--figures` how many signs the figures have.
 */
export function TickingClock({ turn, locale, now, className, ring, children }: Props) {
  const { startedAt, pausedAt, pausedSeconds, plannedSeconds } = turn
  const { spoken, left, tone } = clockOf(turn, now)
  const from = Date.parse(startedAt ?? '') + pausedSeconds * 1000
  const to = { locale }
  const texts = {
    calm: m['live.clock.calm']({}, to),
    soon: m['live.clock.soon']({}, to),
    over: m['live.clock.over']({}, to),
    paused: m['live.clock.paused']({}, to),
    spoken: m['live.clock.spoken']({}, to),
  }
  const isPaused = pausedAt !== null
  const state = isPaused ? 'paused' : left === null ? 'spoken' : tone
  const figures = minutesAndSeconds(left ?? spoken)
  const part = left === null || plannedSeconds === null || left <= 0 ? 100 : (left / plannedSeconds) * 100
  return (
    <div
      className={className}
      data-clock={state}
      data-from={from}
      data-planned={plannedSeconds ?? ''}
      data-warning={warningOf(plannedSeconds ?? 0)}
      data-texts={JSON.stringify(texts)}
      style={{ '--part': part, '--figures': figures.length } as CSSProperties}
    >
      {ring}
      <span className="clock-ring">
        <span className="clock-time figures" role="timer" data-clock-time>
          {figures}
        </span>
      </span>
      <span className="clock-label" data-clock-label>
        {texts[state]}
      </span>
      {children}
    </div>
  )
}
