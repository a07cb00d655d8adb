/** What became of one recipient: by the best that any mail to them came to. */
export const recipientFates = ['sent', 'waiting', 'failed', 'suppressed', 'left-out', 'erased'] as const
export type RecipientFate = (typeof recipientFates)[number]

/** Every recipient has one fate: their sum is the number of recipients, always. */
export type Ledger = { recipients: number; fates: Partial<Record<RecipientFate, number>> }

/** The fates that there are, in their order, with their numbers. */
export function fatesIn({ fates }: Ledger): { fate: RecipientFate; count: number }[] {
  return recipientFates.flatMap((fate) => {
    const count = fates[fate] ?? 0
    return count > 0 ? [{ fate, count }] : []
  })
}
