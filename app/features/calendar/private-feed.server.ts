import { createHash } from 'node:crypto'

/**
 * A calendar for one reader: kept by nobody else, and sent again only when it changed. Calendars ask every few hours, and
 * nearly always nothing did.
 */
export function privateFeed(request: Request, calendar: string, fileName: string): Response {
  const etag = `"${createHash('sha256').update(calendar).digest('base64url').slice(0, 27)}"`
  const headers = {
    ETag: etag,
    'Cache-Control': 'private, no-cache',
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': `inline; filename="${fileName}"`,
  }
  const known = (request.headers.get('If-None-Match') ?? '')
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''))
  if (known.includes(etag)) return new Response(null, { status: 304, headers })
  return new Response(calendar, { headers })
}
