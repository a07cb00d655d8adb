import { createHash } from 'node:crypto'

/**
 * A page without its nonce, and the hashes of the inline scripts that carried it. A script that got in by a fault of
 * ours does not know the nonce, and stays unnamed.
 */
export function namedByHashes(html: string, nonce: string): { html: string; hashes: string[] } {
  const mark = ` nonce="${nonce}"`
  const hashes = new Set<string>()
  for (const [, attributes = '', script = ''] of html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)) {
    if (!attributes.includes(mark) || attributes.includes(' src=')) continue
    hashes.add(createHash('sha256').update(script).digest('base64'))
  }
  return { html: html.replaceAll(mark, ''), hashes: [...hashes] }
}
