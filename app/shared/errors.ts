/**
 * A refusal: what was asked cannot be done, and the reader is told why. `code` is the tail of a message key
 * (`shared.refusal.<code>`); one place (app/shared/http/refusals.server.ts) turns the kind into a status.
 */
export type RefusalKind = 'invalid' | 'state' | 'rights' | 'missing' | 'too-many' | 'unavailable'

export class Refusal extends Error {
  constructor(
    readonly code: string,
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
