import { m } from '#app/paraglide/messages.js'
import type { Lift, StepFree } from '#app/shared/vocabulary.ts'

const stepFree: Record<StepFree, () => string> = {
  yes: m['venues.step-free.yes'],
  partly: m['venues.step-free.partly'],
  no: m['venues.step-free.no'],
}

const lift: Record<Lift, () => string> = { yes: m['venues.lift.yes'], no: m['venues.lift.no'] }

/** Whether one gets in without a step, in the reader's language. */
export const stepFreeName = (code: StepFree) => stepFree[code]()
/** Whether there is a lift. */
export const liftName = (code: Lift) => lift[code]()
