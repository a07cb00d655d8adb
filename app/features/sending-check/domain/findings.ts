import type { SendingFinding } from '#db/schema/operation.ts'

export const sendingParts = ['dkim', 'spf', 'dmarc', 'tls', 'reverse', 'unsubscribe'] as const
export type SendingPart = (typeof sendingParts)[number]

/** Everything that a look can find, and what it means for our mail: `unknown` is no answer, which is none of ours. */
export const statusOf = {
  'no-domain': 'bad',
  'no-answer': 'unknown',
  'too-slow': 'unknown',
  'dkim-ok': 'ok',
  'dkim-waiting': 'warn',
  'dkim-no-key': 'bad',
  'dkim-sealed': 'bad',
  'dkim-missing': 'bad',
  'dkim-many': 'bad',
  'dkim-revoked': 'bad',
  'dkim-differs': 'bad',
  'dkim-broken': 'bad',
  'spf-ok': 'ok',
  'spf-elsewhere': 'warn',
  'spf-missing': 'bad',
  'spf-many': 'bad',
  'spf-lookups': 'bad',
  'spf-broken': 'bad',
  'spf-open': 'bad',
  'dmarc-ok': 'ok',
  'dmarc-missing': 'bad',
  'dmarc-many': 'bad',
  'dmarc-broken': 'bad',
  'dmarc-unaligned': 'bad',
  'tls-ok': 'ok',
  'tls-local': 'ok',
  'tls-files': 'warn',
  'tls-untrusted': 'bad',
  'tls-plain': 'bad',
  'tls-refused': 'bad',
  'tls-unreachable': 'bad',
  'reverse-ok': 'ok',
  'reverse-local': 'ok',
  'reverse-missing': 'warn',
  'reverse-elsewhere': 'warn',
  'unsubscribe-ok': 'ok',
  'unsubscribe-plain': 'bad',
  'unsubscribe-missing': 'bad',
  'unsubscribe-unsigned': 'bad',
} as const satisfies Record<string, SendingFinding['status']>
export type FindingCode = keyof typeof statusOf
export type Finding = SendingFinding & { part: SendingPart; code: FindingCode }

export function finding(part: SendingPart, code: FindingCode, facts: Record<string, string> = {}): Finding {
  return { part, code, status: statusOf[code], facts }
}

/** Whether many mails may go: nothing is wrong, and nothing is unknown. */
export function isGreen(findings: readonly Pick<SendingFinding, 'part' | 'status'>[]): boolean {
  const isThere = sendingParts.every((part) => findings.some((one) => one.part === part))
  return isThere && findings.every(({ status }) => status === 'ok' || status === 'warn')
}

/** What was stored by an earlier version may have a code that is none any more. */
export function knownFindings(stored: readonly SendingFinding[]): Finding[] {
  return stored.filter((one): one is Finding => Object.hasOwn(statusOf, one.code))
}
