import { absolute } from '#app/shared/pages/page-head.server.ts'

const closed = ['/organize', '/sign-in', '/unsubscribe/', '/go/']

/**
 * What search engines may visit, and where all of it is listed. Personal pages are not forbidden: calendar services ask
 * here before they fetch a feed that somebody subscribed to, and the answers themselves say that nobody may index them.
 */
export function loader() {
  const lines = [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${absolute('/sitemap.xml')}`,
  ]
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' }
  return new Response(`${lines.join('\n')}\n`, { headers })
}
