import type { ActionFunction, HeadersFunction, LoaderFunction, ServerBuild } from '@remix-run/node'
import { Refusal } from '#app/shared/errors.ts'
import { asRefusal, refusalResponse } from '#app/shared/http/refusals.server.ts'

type Handler = LoaderFunction | ActionFunction
type RouteModule = ServerBuild['routes'][string]['module']

/** Marks an answer whose body is a refusal for people, so that the edge can write it as a page or a sentence. */
export const refusalMark = 'Refusal'

const passedOn = [
  'Page-Tags',
  'Page-Until',
  'Cache-Control',
  'Content-Language',
  'Link',
  'Retry-After',
  'Allow',
  'X-Robots-Tag',
]

const guarded = new WeakMap<ServerBuild, ServerBuild>()

/**
 * The build with every loader and action guarded: refusals become answers in one place, methods a route does not know
 * are refused, and the headers of a loader reach the document.
 */
export function guardedBuild(build: ServerBuild): ServerBuild {
  const known = guarded.get(build)
  if (known) return known
  const routes = Object.fromEntries(
    Object.entries(build.routes).map(([id, route]) => [
      id,
      { ...route, module: guardedModule(route.module) },
    ]),
  )
  const result = { ...build, routes }
  guarded.set(build, result)
  return result
}

function guardedModule(module: RouteModule): RouteModule {
  const isPage = module.default != null || module.ErrorBoundary != null
  const loader = module.loader ?? (isPage ? undefined : refuseMethod(module.action ? 'POST' : ''))
  return {
    ...module,
    default: module.default,
    headers: module.headers ?? documentHeaders,
    ...(loader && { loader: guard(loader) }),
    action: guard(module.action ?? refuseMethod('GET, HEAD')),
  }
}

function guard<H extends Handler>(handler: H): H {
  const run = async (args: Parameters<LoaderFunction>[0]) => {
    try {
      return saidSaved(args.request, loadedAnew(await (handler as LoaderFunction)(args)))
    } catch (error) {
      const refusal = asRefusal(error)
      if (!refusal) throw loadedAnew(error)
      const response = refusalResponse(refusal, refusal.code === 'method' ? 405 : undefined)
      response.headers.set(refusalMark, '1')
      throw response
    }
  }
  // Remix asks a handler whether it wants to run while hydrating.
  return Object.assign(run, handler) as H
}

/** A redirect may lead to a page of another language, or to one without script: the browser loads it as a document. */
function loadedAnew<T>(answer: T): T {
  if (answer instanceof Response && answer.headers.has('Location')) {
    answer.headers.set('X-Remix-Reload-Document', 'true')
  }
  return answer
}

/** Tells the browser that keeps unsaved typing (keep-typing.js) that the form it sent was taken. */
function saidSaved<T>({ method, headers }: Request, answer: T): T {
  if (method !== 'POST' || !(answer instanceof Response)) return answer
  const sending = /(?:^|; )form-sending=([\w-]{1,40})/.exec(headers.get('Cookie') ?? '')?.[1]
  const to = answer.headers.get('Location')
  if (sending && to !== null && !to.startsWith('/sign-in')) {
    answer.headers.append('Set-Cookie', `form-saved=${sending}; Path=/; SameSite=Lax; Max-Age=86400`)
    answer.headers.append('Set-Cookie', 'form-sending=; Path=/; SameSite=Lax; Max-Age=0')
  }
  return answer
}

function refuseMethod(allow: string): LoaderFunction & ActionFunction {
  return () => {
    throw new Refusal('method', 'invalid', { allow })
  }
}

const documentHeaders: HeadersFunction = ({ loaderHeaders, actionHeaders, parentHeaders, errorHeaders }) => {
  const headers = new Headers()
  for (const source of [parentHeaders, loaderHeaders, actionHeaders, errorHeaders]) {
    for (const name of passedOn) {
      const value = source?.get(name)
      if (value) headers.set(name, value)
    }
  }
  // A page that failed is never kept.
  if (errorHeaders) for (const name of ['Page-Tags', 'Page-Until']) headers.delete(name)
  return headers
}
