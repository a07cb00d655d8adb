import type { ActionFunctionArgs, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { overwriteGetLocale } from '#app/paraglide/runtime.js'
import { clearCookie, readCookie } from '#app/shared/http/cookies.server.ts'
import { log } from '#app/shared/http/log.server.ts'
import { NonceContext } from '#app/shared/http/nonce.ts'
import { requestStore } from '#app/shared/http/request-store.server.ts'
import { DoneContext } from '#app/ui/done-notice.tsx'
import { contentSecurityPolicy } from './server/web/edge/security-headers.ts'
import { asleep } from './server/web/pages/asleep.ts'
import { doneText } from './server/web/pages/done-texts.ts'
import { namedByHashes } from './server/web/pages/inline-hashes.ts'
import { namedFaults } from './server/web/pages/named-faults.ts'
import { PageResponse, wholePage } from './server/web/pages/whole-page.server.ts'
import { isPrivatePath } from './server/web/public-paths.ts'

export { processes } from './server/main.server.ts'

overwriteGetLocale(() => requestStore().locale)

/** Renders the whole document before the first byte, so that its status is true and it can be kept. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
) {
  const hydration = hydrationOf(context)
  const nonce = hydration ? requestStore().nonce : undefined
  const { pathname } = new URL(request.url)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Language', requestStore().locale)
  const done = isPrivatePath(pathname) ? readCookie(request, 'done') : null
  if (done !== null) headers.append('Set-Cookie', clearCookie('done'))
  const page = await rendered(request, context, nonce, done)
  // A form came back with its faults: they are named on the page itself, for those who read it without script.
  if (request.method === 'POST' && status >= 400) {
    headers.set('Content-Security-Policy', contentSecurityPolicy(pathname, nonce ? { nonce } : undefined))
    return new PageResponse(namedFaults(page.toString()), { status, headers })
  }
  // What may be kept is the same for everybody: its scripts are named by what they say.
  const isSame = request.method === 'GET' && headers.has('Page-Tags')
  if (!nonce || !isSame) {
    headers.set('Content-Security-Policy', contentSecurityPolicy(pathname, nonce ? { nonce } : undefined))
    return new PageResponse(page, { status, headers })
  }
  const { html, hashes } = namedByHashes(page.toString(), nonce)
  headers.set('Content-Security-Policy', contentSecurityPolicy(pathname, { hashes }))
  return new PageResponse(hydration === 'touched' ? asleep(html) : html, { status, headers })
}

function rendered(request: Request, context: EntryContext, nonce: string | undefined, done: string | null) {
  return new Promise<Buffer>((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <DoneContext.Provider value={doneText(done)}>
          <RemixServer context={context} url={request.url} {...(nonce && { nonce })} />
        </DoneContext.Provider>
      </NonceContext.Provider>,
      {
        ...(nonce && { nonce }),
        onAllReady() {
          pipe(wholePage(resolve))
        },
        onShellError: reject,
        onError(err) {
          if (!request.signal.aborted)
            log().error({ err, requestId: requestStore().requestId }, 'rendering failed')
        },
      },
    )
    request.signal.addEventListener('abort', () => abort(request.signal.reason))
  })
}

/** Bugs in loaders and actions; refusals never come here. */
export function handleError(error: unknown, { request }: LoaderFunctionArgs | ActionFunctionArgs) {
  // Nothing is at that address: the answer says so, the log already has its line.
  if (request.signal.aborted || isAnswer(error)) return
  log().error({ err: error, requestId: requestStore().requestId }, 'request failed')
}

function isAnswer(error: unknown): boolean {
  const status = (error as { status?: unknown } | null)?.status
  return typeof status === 'number' && status < 500
}

function hydrationOf(context: EntryContext): boolean | 'touched' | undefined {
  const handles = context.staticHandlerContext.matches.map(
    ({ route }) => context.routeModules[route.id]?.handle as { hydrate?: boolean | 'touched' } | undefined,
  )
  return handles.find((handle) => handle?.hydrate)?.hydrate
}
