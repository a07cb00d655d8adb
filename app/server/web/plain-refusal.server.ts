import type { IncomingMessage, ServerResponse } from 'node:http'
import { m } from '#app/paraglide/messages.js'
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
  413: 'too-large',
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
  const body = asksForPage ? refusalPage(shown.sentence, shown.locale) : `${shown.sentence}\n`
  res.statusCode = shown.status
  res.setHeader('Content-Type', `text/${asksForPage ? 'html' : 'plain'}; charset=utf-8`)
  res.setHeader('Content-Language', shown.locale)
  res.setHeader('Content-Length', Buffer.byteLength(body))
  if (!res.hasHeader('Cache-Control')) res.setHeader('Cache-Control', 'no-store')
  res.end(req.method === 'HEAD' ? undefined : body)
}

function refusalPage(sentence: string, locale: Locale): string {
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>Bàn Tròn</title><link rel="stylesheet" href="${styles}"></head>
<body><main class="page refusal"><h1>${escaped(sentence)}</h1>
<p><a href="/${locale}">${escaped(m['shared.refusal.to-home']({}, { locale }))}</a></p></main></body>
</html>
`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
