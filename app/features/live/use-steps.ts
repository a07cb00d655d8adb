import { createContext, useCallback, useContext, useEffect, useRef, useState } from 'react'
import type { ModeratorStep } from './moderator.schema.ts'

/** Why a press did not do what it said: it may not have arrived, the room had changed, or it was not allowed. */
export type StepFault = 'unsent' | 'changed' | 'refused'

/** A press that did what it said; `seconds` that were added to a turn, or taken off. */
export type StepDone = { step: ModeratorStep; seconds: number }

type Steps = {
  /** The step that is under way, or null. */
  underWay: string | null
  fault: StepFault | null
  /** What was done last, for a while. */
  done: StepDone | null
  send: (key: string, form: FormData) => Promise<void>
}

const patience = 10_000
// As long as a sentence is read, twice.
const seen = 6000

export const StepsContext = createContext<Steps>({
  underWay: null,
  fault: null,
  done: null,
  send: async () => {},
})
export const useStep = () => useContext(StepsContext)

/**
 * Sends what is pressed in the room, one press after the other, and says what became of it; a button that is pressed
 * again meanwhile counts once. Nothing is kept to be sent when it would be too late: with a press that did not arrive
 * go those behind it. `renew` reads what is true after each. Once the room is heard again, what is seen is true, and
 * that something was not sent is said no longer.
 */
export function useSteps(renew: () => Promise<void>, isHeard: boolean): Steps {
  const [underWay, setUnderWay] = useState<string | null>(null)
  const [fault, setFault] = useState<StepFault | null>(null)
  const [done, setDone] = useState<StepDone | null>(null)
  useEffect(() => {
    if (!done) return
    const timer = setTimeout(() => setDone(null), seen)
    return () => clearTimeout(timer)
  }, [done])
  useEffect(() => {
    if (isHeard) setFault((one) => (one === 'unsent' ? null : one))
  }, [isHeard])
  const waiting = useRef(new Map<string, Promise<StepFault | null>>())
  const send = useCallback(
    async (key: string, form: FormData) => {
      if (waiting.current.has(key)) return
      const before = [...waiting.current.values()].at(-1)
      if (!before) setFault(null)
      setDone(null)
      const pressed = (before ?? Promise.resolve(null)).then((lost) =>
        lost === 'unsent' ? lost : press(form),
      )
      waiting.current.set(key, pressed)
      setUnderWay(key)
      const found = await pressed
      waiting.current.delete(key)
      setUnderWay(null)
      if (found) setFault(found)
      else setDone(doneOf(form))
      await renew()
    },
    [renew],
  )
  return { underWay, fault, done, send }
}

const doneOf = (form: FormData): StepDone => ({
  step: form.get('step') as ModeratorStep,
  seconds: Number(form.get('seconds') ?? 0),
})

/** Sends the form as the page would; it arrives where it was sent from, or it was refused. */
async function press(form: FormData): Promise<StepFault | null> {
  try {
    const answer = await fetch(location.href, {
      method: 'POST',
      body: new URLSearchParams([...form].map(([name, value]) => [name, String(value)])),
      headers: { Accept: 'text/html' },
      signal: AbortSignal.timeout(patience),
    })
    if (answer.ok && new URL(answer.url).pathname === location.pathname) return null
    return answer.status === 409 ? 'changed' : answer.status >= 500 ? 'unsent' : 'refused'
  } catch {
    return 'unsent'
  }
}
