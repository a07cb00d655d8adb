/**
 * The address by which a repeat is known: NFC, lower case, domain in ASCII (RFC 5890). Mailbox names are treated as
 * case-insensitive, as every large provider does, though RFC 5321 2.4 would allow otherwise.
 */
export function emailKey(address: string): string {
  const trimmed = address.normalize('NFC').trim()
  const at = trimmed.lastIndexOf('@')
  if (at < 1) return trimmed.toLowerCase()
  return `${trimmed.slice(0, at).toLowerCase()}@${asciiDomain(trimmed.slice(at + 1))}`
}

/** The domain of an address, in ASCII and lower case. */
export function emailDomain(address: string): string {
  return emailKey(address).slice(emailKey(address).lastIndexOf('@') + 1)
}

function asciiDomain(domain: string): string {
  const url = URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`) : null
  return url?.hostname ?? domain.toLowerCase()
}
