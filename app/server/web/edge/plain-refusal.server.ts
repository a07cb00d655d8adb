import type { IncomingMessage, ServerResponse } from 'node:http'
import { m } from '#app/paraglide/messages.js'
import { env } from '#app/shared/env.server.ts'
import { ownPageOf } from '#app/shared/http/own-page.ts'
import { refusalSentence } from '#app/shared/http/refusals.server.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import styles from '#app/ui/styles.css?url'

const kinds: Record<number, string> = {
  400: 'invalid',
  401: 'rights',
  403: 'rights',
  404: 'missing',
  405: 'method',
  409: 'state',
  410: 'missing',
  414: 'address-too-long',
  415: 'form-type',
  429: 'too-many',
  503: 'unavailable',
}

/** The sentence for a status that came without one. */
export function statusSentence(status: number): string {
  return refusalSentence('', kinds[status] ?? (status < 500 ? 'invalid' : 'bug'))
}

/** Refuses where no page of ours can: before Remix, and on addresses that are no pages. One sentence, one way on. */
export function sendPlainRefusal(
  req: IncomingMessage,
  res: ServerResponse,
  shown: { status: number; sentence: string; locale: Locale },
) {
  const asksForPage = (req.headers.accept ?? '').includes('text/html')
  const body = asksForPage
    ? refusalPage(shown.sentence, shown.locale, wayOn(req, shown))
    : `${shown.sentence}\n`
  res.statusCode = shown.status
  res.setHeader('Content-Type', `text/${asksForPage ? 'html' : 'plain'}; charset=utf-8`)
  res.setHeader('Content-Language', shown.locale)
  res.setHeader('Content-Length', Buffer.byteLength(body))
  if (!res.hasHeader('Cache-Control')) res.setHeader('Cache-Control', 'no-store')
  res.end(req.method === 'HEAD' ? undefined : body)
}

/** The page whose form was refused, so that nobody loses their place; null when the browser does not say, or it is not ours. */
function pageBefore({ method, headers }: IncomingMessage): string | null {
  if (method !== 'POST' || !URL.canParse(headers.referer ?? '')) return null
  const { host, pathname, search } = new URL(headers.referer ?? '')
  const isOurs = host === headers.host || host === new URL(env().APP_URL).host
  return isOurs && !pathname.startsWith('//') ? pathname + search : null
}

/** Back to the form; else to the reader's own page, where the step belonged to one; else home. */
function wayOn(req: IncomingMessage, { status, locale }: { status: number; locale: Locale }): string {
  const said = { locale }
  const before = pageBefore(req)
  if (before) return link(before, m['shared.refusal.to-form']({}, said))
  const own = ownPageOf((req.url ?? '').replace(/[?#].*$/, ''), status)
  if (own) return link(own, m['shared.refusal.to-own-page']({}, said))
  return link(`/${locale}`, m['shared.refusal.to-home']({}, said))
}

function refusalPage(sentence: string, locale: Locale, onward: string): string {
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>Bàn Tròn</title><link rel="stylesheet" href="${styles}"></head>
<body><main class="page refusal"><h1>${escaped(sentence)}</h1>
<p>${onward}</p></main></body>
</html>
`
}

function link(href: string, words: string): string {
  return `<a href="${escaped(href)}">${escaped(words)}</a>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
