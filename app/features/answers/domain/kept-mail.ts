import type { InboundMail } from './inbound-mail.server.ts'

/** What is kept of a mail: what organizers need to see to decide. */
export function keptOf({ reply, text }: InboundMail): Record<string, unknown> {
  if (!reply) return { text }
  const { method, sequence, stampedAt, attendees, comment, proposed, proposedLoosely } = reply
  return {
    method,
    sequence,
    comment,
    text,
    stampedAt: stampedAt?.toISOString() ?? null,
    attendees: attendees.map(({ address, answer, isDelegated, delegate, comment: own }) => ({
      address,
      answer,
      isDelegated,
      delegate,
      comment: own,
    })),
    proposedLoosely,
    proposed: proposed && {
      startsAt: proposed.startsAt.toISOString(),
      endsAt: proposed.endsAt.toISOString(),
    },
  }
}
