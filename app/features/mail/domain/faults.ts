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

export type Fault = {
  /** `host`: nothing can be sent now; `permanent`: this mail never; `temporary`: this mail, later. */
  kind: 'host' | 'permanent' | 'temporary'
  words: string
}

type SmtpError = { code?: unknown; command?: unknown; responseCode?: unknown; response?: unknown }

const hostCodes = new Set(['EDNS', 'EAUTH', 'ENOAUTH', 'ETLS', 'EOAUTH2', 'ECONFIG', 'EPROXY'])
const opening = new Set(['CONN', 'EHLO', 'HELO', 'LHLO', 'STARTTLS'])

/** What a failure to send means for the mail, and in words that an organizer can pass on. */
export function faultOf(error: unknown): Fault {
  if (error instanceof Undeliverable) return { kind: 'permanent', words: error.code }
  const { code, command, responseCode, response } = (error ?? {}) as SmtpError
  const words = oneLine(
    typeof response === 'string' ? response : error instanceof Error ? error.message : `${error}`,
  )
  if (hostCodes.has(String(code)) || opening.has(String(command)) || String(command).startsWith('AUTH')) {
    return { kind: 'host', words }
  }
  if (typeof responseCode === 'number') {
    // A refused sender is our setting, not this recipient: it is put right and tried again.
    const permanent = responseCode >= 500 && responseCode !== 503 && command !== 'MAIL FROM'
    return { kind: permanent ? 'permanent' : 'temporary', words }
  }
  if (code === 'EENVELOPE') return { kind: 'permanent', words }
  return { kind: 'temporary', words }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 500)
}
