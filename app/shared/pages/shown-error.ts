import { m } from '#app/paraglide/messages.js'

export type ShownError = { status: number; title: string; sentence: string }

type Texts = [title: () => string, sentence: () => string]

const bug: Texts = [m['shared.error.bug'], m['shared.refusal.bug']]
const invalid: Texts = [m['shared.error.invalid'], m['shared.refusal.invalid']]
const missing: Texts = [m['shared.error.missing'], m['shared.refusal.missing']]
const rights: Texts = [m['shared.error.rights'], m['shared.refusal.rights']]

const byStatus: Record<number, Texts> = {
  401: rights,
  403: rights,
  404: missing,
  405: [m['shared.error.invalid'], m['shared.refusal.method']],
  409: [m['shared.error.state'], m['shared.refusal.state']],
  410: missing,
  429: [m['shared.error.too-many'], m['shared.refusal.too-many']],
  503: [m['shared.error.unavailable'], m['shared.refusal.unavailable']],
}

/** What a page says of an error: the refusal's own sentence where it has one, and never anything of a bug. */
export function shownError(error: unknown): ShownError {
  const { status, data } = (error ?? {}) as { status?: unknown; data?: { sentence?: unknown } | null }
  if (typeof status !== 'number' || status < 400) return { status: 500, title: bug[0](), sentence: bug[1]() }
  const [title, sentence] = byStatus[status] ?? (status < 500 ? invalid : bug)
  return { status, title: title(), sentence: typeof data?.sentence === 'string' ? data.sentence : sentence() }
}

/** The document's title of pages that give none: the site's name, after what went wrong. */
export function siteTitle({ error }: { error?: unknown }) {
  const name = m['shared.site.name']()
  return [{ title: error ? `${shownError(error).title} · ${name}` : name }]
}
