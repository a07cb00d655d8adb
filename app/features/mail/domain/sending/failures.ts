/** Why a mail can never be sent, whoever tries: kept as `lastError`, told in the reader's language. */
export const undeliverableCodes = [
  'address-invalid',
  'event-gone',
  'registration-gone',
  'invitation-gone',
  'code-expired',
  'code-forgotten',
  'attempts-exhausted',
  'mail-unwritable',
  // What it would have said is true no more: nobody is owed it.
  'not-owed',
  // Mails to this address came back, or its reader complained.
  'suppressed',
  'campaign-gone',
  'left-list',
  // One of the two whom it is about is no supporter any more.
  'supporter-gone',
] as const
export type UndeliverableCode = (typeof undeliverableCodes)[number]

export class Undeliverable extends Error {
  constructor(
    readonly code: UndeliverableCode,
    options?: ErrorOptions,
  ) {
    super(code, options)
  }
}

/** What was lost before the host answered, told in the reader's language like the codes above. */
export const lostCodes = ['line-cut', 'outcome-unknown'] as const
export type LostCode = (typeof lostCodes)[number]

/** Why a mail waits, told in the reader's language too: the recipient's domain refuses us. */
export const waitingCodes = ['domain-paused'] as const
export type WaitingCode = (typeof waitingCodes)[number]

/** Stands before what the other host said of a mail that was sent and came back. */
export const returnedMark = 'returned:'

export type Failure = {
  /** `host`: nothing can be sent now; `permanent`: this mail never; `temporary`: this mail, later. */
  kind: 'host' | 'permanent' | 'temporary'
  words: string
  /** The words are the host's own: what it says of this mail or its reader. */
  isSaid?: boolean
}

/** How far a mail came: to a host that has not let us in yet, to its envelope, to its text. */
export type Stage = 'connecting' | 'envelope' | 'text'

/** A mail that did not get through, and how far it came. */
export class Unsent extends Error {
  constructor(
    readonly stage: Stage,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : `${cause}`, { cause })
  }
}

type SmtpError = { code?: unknown; command?: unknown; responseCode?: unknown; response?: unknown }

/** What a failure to send means for the mail, and in words that an organizer can pass on. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Undeliverable) return { kind: 'permanent', words: error.code }
  const stage = error instanceof Unsent ? error.stage : null
  const cause = error instanceof Unsent ? error.cause : error
  const { code, command, responseCode, response } = (cause ?? {}) as SmtpError
  const words = oneLine(
    typeof response === 'string' ? response : cause instanceof Error ? cause.message : `${cause}`,
  )
  // Who was let in has a host that works: whatever happens from then on is about this one mail.
  if (stage === 'connecting') return { kind: 'host', words }
  if (typeof responseCode === 'number') {
    // A refused sender is our setting, not this recipient: it is put right and tried again.
    const permanent = responseCode >= 500 && responseCode !== 503 && command !== 'MAIL FROM'
    return { kind: permanent ? 'permanent' : 'temporary', words, isSaid: command !== 'MAIL FROM' }
  }
  if (code === 'EENVELOPE') return { kind: 'permanent', words }
  if (stage) return { kind: 'temporary', words: stage === 'text' ? 'outcome-unknown' : 'line-cut' }
  return { kind: 'temporary', words }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 500)
}
