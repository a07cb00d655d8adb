/** A name that can be shown and saved anywhere: no path, no controls, of bearable length. */
export function safeFileName(name: string, otherwise: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const tidy = last.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069<>:"|?*]/gu, '').trim()
  const [, stem = '', extension = ''] = /^(.*?)(\.[a-z]+)$/i.exec(tidy) ?? []
  return `${[...stem].slice(0, 120).join('') || otherwise}${extension.toLowerCase()}`
}
