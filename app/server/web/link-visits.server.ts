import type { IncomingMessage, ServerResponse } from 'node:http'
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
  async function answer(req: IncomingMessage, res: ServerResponse, code: string) {
    const { 'accept-language': accepted = '', cookie = '' } = req.headers
    const locale = chosenLocale(cookie) ?? preferredLocale(accepted) ?? 'vi'
    const source = sourceOf(addressOf(req, trusts))
    const to = await takeVisit(req, code, { source, locale })
    if (to === null) return otherwise(req, res)
    res.writeHead(302, ['Location', to, ...headers]).end()
  }
  return {
    take(req: IncomingMessage, res: ServerResponse): boolean {
      const code = req.method === 'GET' || req.method === 'HEAD' ? codeOf(req.url ?? '') : null
      if (!code) return false
      answer(req, res, code).catch((error) => {
        log().error({ err: error }, 'a link could not be followed')
        if (res.headersSent) res.destroy()
        else otherwise(req, res)
      })
      return true
    },
  }
}
