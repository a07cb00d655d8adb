import { tagsOf } from './tag-list.ts'

/** Where the record of a key stands, and what it says; `publicKey` is the base64 of its SubjectPublicKeyInfo. */
export function dkimRecord(key: { domain: string; selector: string; publicKey: string }) {
  return {
    name: `${key.selector}._domainkey.${key.domain}`,
    value: `v=DKIM1; k=rsa; p=${key.publicKey}`,
  }
}

export type DkimVerdict = 'ok' | 'missing' | 'many' | 'revoked' | 'differs' | 'broken'

/** Whether the records at the name of a key are that key's own (RFC 6376 3.6.1). */
export function judgeDkim(records: readonly string[], publicKey: string): DkimVerdict {
  const keys = records.filter((record) => /(^|;)\s*p\s*=/i.test(record))
  if (keys.length === 0) return records.length > 0 ? 'broken' : 'missing'
  if (keys.length > 1) return 'many'
  const tags = tagsOf(keys[0] ?? '')
  if (!tags) return 'broken'
  const [version, kind, found] = [tags.get('v') ?? 'DKIM1', tags.get('k') ?? 'rsa', tags.get('p') ?? '']
  if (version !== 'DKIM1' || kind.toLowerCase() !== 'rsa') return 'broken'
  const bare = found.replace(/\s+/g, '')
  if (bare === '') return 'revoked'
  return bare === publicKey ? 'ok' : 'differs'
}
