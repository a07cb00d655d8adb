import { m } from '#app/paraglide/messages.js'

type Said = { actor: string; subject: string }

/** What was done to the questions of an event, and to the answers of its guests. */
export const questionSentences: Record<string, (said: Said) => string> = {
  'question.added': ({ actor, subject }) => m['questions.activity.added']({ actor, subject }),
  'question.edited': ({ actor, subject }) => m['questions.activity.edited']({ actor, subject }),
  'question.moved': ({ actor, subject }) => m['questions.activity.moved']({ actor, subject }),
  'question.removed': ({ actor, subject }) => m['questions.activity.removed']({ actor, subject }),
  'event.asks-afterwards': ({ actor }) => m['questions.activity.asks-afterwards']({ actor }),
  'registration.answered': ({ actor, subject }) => m['questions.activity.answered']({ actor, subject }),
}
