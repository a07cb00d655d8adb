import type sentences from '../messages/en/shared.json'

/** Every code that has a sentence (`shared.refusal.<code>`): a misspelt one does not compile. */
export type RefusalCode = keyof typeof sentences extends infer Key
  ? Key extends `shared.refusal.${infer Code}`
    ? Code
    : never
  : never

/**
 * A refusal: what was asked cannot be done, and the reader is told why. `code` is the tail of a message key
 * (`shared.refusal.<code>`); one place (app/shared/http/refusals.server.ts) turns the kind into a status.
 */
export type RefusalKind = 'invalid' | 'state' | 'rights' | 'missing' | 'too-many' | 'unavailable'

export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly kind: RefusalKind = 'state',
    readonly details: Record<string, unknown> = {},
  ) {
    super(code)
    this.name = 'Refusal'
  }
}

/** Somebody saved in between: carries what is stored now, so that the form can show both. */
export class SavedByOther extends Refusal {
  constructor(readonly stored: Record<string, unknown>) {
    super('saved-by-other', 'state')
  }
}
