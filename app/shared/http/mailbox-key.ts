/** The mailbox that an address comes to, for limits: what stands behind a plus is the owner's to choose. */
export function mailboxKey(address: string): string {
  const whole = address.normalize('NFC').trim().toLowerCase()
  const at = whole.lastIndexOf('@')
  const [name = '', ...tags] = whole.slice(0, at).split('+')
  return at > 0 && name && tags.length > 0 ? `${name}${whole.slice(at)}` : whole
}

/** Whether an address is one of the many that a mailbox has for nothing. */
export function hasTag(address: string): boolean {
  return mailboxKey(address) !== address.normalize('NFC').trim().toLowerCase()
}
