import { m } from '#app/paraglide/messages.js'
import type { InterpretationWay } from '#app/shared/vocabulary.ts'

const ways: Record<InterpretationWay, () => string> = {
  booth: m['interpretation.way.booth'],
  whisper: m['interpretation.way.whisper'],
  consecutive: m['interpretation.way.consecutive'],
}

/** How an interpreter is heard, in words. */
export const wayWord = (way: InterpretationWay) => ways[way]()
