import type { Params } from '@remix-run/react'
import type { Context } from '#app/shared/context.ts'
import { isLocale } from '#app/shared/vocabulary.ts'
import { requestStore } from './request-store.server.ts'

/** The context of a public request. The address's language, where it has one, is the reader's language. */
export async function visitorContext(_request: Request, params: Params): Promise<Context> {
  const store = requestStore()
  if (params.lang !== undefined && !isLocale(params.lang)) throw new Response(null, { status: 404 })
  const locale = isLocale(params.lang) ? params.lang : store.locale
  return {
    actor: { kind: 'visitor' },
    now: new Date(),
    locale,
    source: store.source,
    requestId: store.requestId,
  }
}
