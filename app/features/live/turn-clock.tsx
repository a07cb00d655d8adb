import { m } from '#app/paraglide/messages.js'
import { clockOf, type LiveTurn } from './domain/live-state.ts'

const tones = {
  calm: () => m['live.clock.calm'](),
  soon: () => m['live.clock.soon'](),
  over: () => m['live.clock.over'](),
}

/** What is left of a turn, or what was spoken when nothing was planned; the tone in words as well as in colour. */
export function TurnClock({ turn, now }: { turn: LiveTurn; now: number }) {
  const { spoken, left, tone } = clockOf(turn, now)
  const isPaused = turn.pausedAt !== null
  return (
    <div className={`turn-clock turn-clock-${isPaused ? 'paused' : tone}`}>
      <span className="turn-clock-time figures" role="timer">
        {left === null ? minutesAndSeconds(spoken) : minutesAndSeconds(left)}
      </span>
      <span className="turn-clock-label">
        {isPaused ? m['live.clock.paused']() : left === null ? m['live.clock.spoken']() : tones[tone]()}
      </span>
    </div>
  )
}

/** "7:05", "−0:30": minutes and seconds, with a real minus. */
export function minutesAndSeconds(seconds: number): string {
  const whole = Math.abs(seconds)
  const sign = seconds < 0 ? '−' : ''
  return `${sign}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
