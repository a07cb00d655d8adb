import type { BounceVerdict } from '#app/shared/vocabulary.ts'
import type { Bounce, BounceReport } from './read-bounce.ts'

export type SaidOfOne = { recipient: string; verdict: BounceVerdict; status: string; words: string }

// The mildest first: of several others that a mail was passed on to, one may have it.
const mildness: readonly BounceVerdict[] = ['unclear', 'temporary', 'refused', 'dead']

/**
 * What a bounce says for good: of the reader of our mail, when we know whose it was (a host may name those to whom it
 * passed the mail on), else of everybody that it names. Nothing while the other host still tries.
 */
export function saidOf(bounce: Bounce, ownRecipient: string | null): SaidOfOne[] {
  if (bounce.kind === 'complaint') {
    const { recipient, type } = bounce
    // The usual type says no more than that it is a complaint.
    const words = type === 'abuse' ? '' : type
    return [{ recipient: ownRecipient?.toLowerCase() ?? recipient, verdict: 'complaint', status: '', words }]
  }
  const final = bounce.reports.filter(({ isFinal }) => isFinal)
  if (ownRecipient === null) return distinct(final).map(said)
  const recipient = ownRecipient.toLowerCase()
  const named = final.find((report) => report.recipient === recipient)
  const [mildest] = [...final].sort((a, b) => mildness.indexOf(a.verdict) - mildness.indexOf(b.verdict))
  const meant = named ?? mildest
  return meant ? [{ ...said(meant), recipient }] : []
}

const said = ({ recipient, verdict, status, words }: BounceReport): SaidOfOne => ({
  recipient,
  verdict,
  status,
  words,
})

const distinct = (reports: BounceReport[]) => [
  ...new Map(reports.map((one) => [one.recipient, one])).values(),
]
