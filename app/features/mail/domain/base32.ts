const letters = 'abcdefghijklmnopqrstuvwxyz234567'

/** RFC 4648 6, in lower case, since mail hosts may change the case of an address. Bits that fill no letter are left out. */
export function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{5}/g) ?? []).map((five) => letters[Number.parseInt(five, 2)]).join('')
}
