const domains = [
  'gmail.com',
  'hotmail.com',
  'outlook.com',
  'yahoo.com',
  'yahoo.com.vn',
  'icloud.com',
  'live.com',
]

/** Real domains that are one letter away from a known one. */
const alsoReal = new Set(['mail.com', 'email.com', 'ymail.com', 'gmx.com', 'live.co', 'love.com', 'five.com'])

const endings: Record<string, string> = {
  con: 'com',
  cmo: 'com',
  vom: 'com',
  comm: 'com',
  ocm: 'com',
  ogr: 'org',
  prg: 'org',
  nte: 'net',
  edi: 'edu',
  vm: 'vn',
}

/** The address that somebody probably meant, or null: a slip in a well-known domain, or in an ending that no one has. */
export function likelyAddress(address: string): string | null {
  const at = address.lastIndexOf('@')
  const domain = address
    .slice(at + 1)
    .trim()
    .toLowerCase()
  if (at < 1 || domain === '') return null
  const labels = domain.split('.')
  const last = labels.at(-1) ?? ''
  const tidy = [...labels.slice(0, -1), Object.hasOwn(endings, last) ? endings[last] : last].join('.')
  const meant = alsoReal.has(tidy) ? tidy : (domains.find((one) => isSlipOf(tidy, one)) ?? tidy)
  return meant === domain ? null : `${address.slice(0, at)}@${meant}`
}

/** One letter too many, too few, other, or two in each other's place; or a name without its ending. */
function isSlipOf(typed: string, meant: string): boolean {
  if (domains.includes(typed)) return typed === meant
  if (!typed.includes('.')) return isSlipOf(`${typed}.com`, meant)
  if (Math.abs(typed.length - meant.length) > 1) return false
  let from = 0
  while (from < typed.length && typed[from] === meant[from]) from++
  const rest = typed.slice(from)
  const wanted = meant.slice(from)
  const swapped = `${rest[1] ?? ''}${rest[0] ?? ''}${rest.slice(2)}`
  return [
    rest.slice(1) === wanted,
    rest === wanted.slice(1),
    rest.slice(1) === wanted.slice(1),
    swapped === wanted,
  ].some(Boolean)
}
