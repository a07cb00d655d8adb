/** Enough to recognise one's own, too little for whoever reads the old mailbox now. */
export function maskedAddress(address: string | null): string {
  const [local = '', domain = ''] = address?.split('@') ?? []
  return address ? `${local.slice(0, 1)}…@${domain}` : ''
}
