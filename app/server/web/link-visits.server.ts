import type { IncomingMessage, ServerResponse } from 'node:http'
import { knownLink, type LinkAt, linkAt } from '#app/features/links/domain/link-at.server.ts'
import { codeOf, takeVisit } from '#app/features/links/domain/take-visit.server.ts'
import { chosenLocale } from '#app/shared/http/cookies.server.ts'
import { log } from '#app/shared/http/log.server.ts'
import { securityHeaders } from './edge/security-headers.ts'
import { addressOf, sourceOf, type TrustProxy } from './edge/source.ts'
import { preferredLocale } from './pages/reader-language.ts'

type Options = {
  trusts: TrustProxy
  /** Answers what is no link of ours. */
  otherwise: (req: IncomingMessage, res: ServerResponse) => void
}

/**
 * Counted links, before everything that a page needs: a poster in a full hall is followed by hundreds at once. `take`
 * says whether a request is one of theirs; its answer is a redirect that nobody keeps, and that leaves nothing behind.
 */
export function createLinkVisits({ trusts, otherwise }: Options) {
  const headers = ['Cache-Control', 'no-store', 'Content-Length', '0', ...securityHeaders('/go')]

  function answer(req: IncomingMessage, res: ServerResponse, link: LinkAt | null) {
    if (!link) return otherwise(req, res)
    const { 'accept-language': accepted = '', cookie = '' } = req.headers
    const locale = (cookie && chosenLocale(cookie)) || preferredLocale(accepted) || 'vi'
    const source = sourceOf(addressOf(req, trusts))
    takeVisit(req, link, { source, locale }, (to) => {
      try {
        res.writeHead(302, ['Location', to, ...headers])
        res.end()
      } catch (error) {
        fail(req, res, error)
      }
    })
  }

  function fail(req: IncomingMessage, res: ServerResponse, error: unknown) {
    log().error({ err: error }, 'a link could not be followed')
    if (res.headersSent) res.destroy()
    else otherwise(req, res)
  }

  return {
    take(req: IncomingMessage, res: ServerResponse): boolean {
      const isRead = req.method === 'GET' || req.method === 'HEAD'
      const code = isRead && req.url?.startsWith('/go/') ? codeOf(req.url) : null
      if (!code) return false
      const known = knownLink(code)
      if (known !== undefined) answer(req, res, known)
      else
        linkAt(code)
          .then((link) => answer(req, res, link))
          .catch((error) => fail(req, res, error))
      return true
    },
  }
}
