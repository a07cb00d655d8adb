import { m } from '#app/paraglide/messages.js'
import type { CalendarAnswer } from '#app/shared/vocabulary.ts'
import type { IconName } from './icon.tsx'
import { type MarkTone, StateMark } from './state-mark.tsx'

/** What somebody answered to an invitation, as organizers read it. */
export const answerNames: Record<CalendarAnswer, () => string> = {
  'needs-action': () => m['invitations.state.asked'](),
  accepted: () => m['invitations.state.accepted'](),
  tentative: () => m['invitations.state.tentative'](),
  declined: () => m['invitations.state.declined'](),
}

export const answerLooks: Record<CalendarAnswer, { tone: MarkTone; shape: IconName }> = {
  'needs-action': { tone: 'calm', shape: 'clock' },
  accepted: { tone: 'good', shape: 'check' },
  tentative: { tone: 'care', shape: 'half' },
  declined: { tone: 'bad', shape: 'cross' },
}

export function AnswerMark({ answer }: { answer: CalendarAnswer }) {
  return <StateMark {...answerLooks[answer]}>{answerNames[answer]()}</StateMark>
}
