import {
  type ActionFunction,
  data,
  type HeadersFunction,
  type LoaderFunction,
  redirect,
  type ServerBuild,
} from '@remix-run/node'
import type { SignedOut } from '#app/organize/signed-out-form.tsx'
import { refusedEvent } from '#app/public/refused-event.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { typedValues } from '#app/shared/forms/form-values.ts'
import { writeCookie } from '#app/shared/http/cookies.server.ts'
import { nothingChangedHeader } from '#app/shared/http/nothing-changed.server.ts'
import { asRefusal, refusalResponse, type ShownRefusal } from '#app/shared/http/refusals.server.ts'
import { forgetAsked } from '#app/shared/http/request-store.server.ts'
import { movedAddress } from '#app/shared/pages/moved-address.ts'
import { isPrivatePath } from '../public-paths.ts'
import { saysDone, unchanged } from './done-texts.ts'

type Handler = LoaderFunction | ActionFunction
type RouteModule = ServerBuild['routes'][string]['module']
type Place = { id: string; parentId?: string | undefined }

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
      { ...route, module: guardedModule(route.module, route) },
    ]),
  )
  const result = { ...build, routes }
  guarded.set(build, result)
  return result
}

/** A step inside a frame has no page of its own: what it refuses is shown in the frame around it. */
const NoPage = () => null

function guardedModule(module: RouteModule, { id, parentId = 'root' }: Place): RouteModule {
  const isPage = module.default != null || module.ErrorBoundary != null
  const isFramedStep = !isPage && module.loader == null && parentId !== 'root'
  const loader = module.loader ?? (isPage ? undefined : refuseMethod(module.action ? 'POST' : ''))
  return {
    ...module,
    default: isFramedStep ? NoPage : module.default,
    headers: module.headers ?? documentHeaders,
    ...(loader && { loader: guard(loader) }),
    action: guard(withDoneText(module.action ?? refuseMethod('GET, HEAD'), { id, isPage })),
  }
}

function guard<H extends Handler>(handler: H): H {
  const run = async (args: Parameters<LoaderFunction>[0]) => {
    try {
      return loadedAnew(await (handler as LoaderFunction)(args))
    } catch (error) {
      const refusal = asRefusal(error)
      if (!refusal) throw loadedAnew(error)
      const moved = movedAddress(refusal, args.request.url)
      // 308 keeps what was posted, and the method.
      if (moved) throw loadedAnew(redirect(moved, isReading(args.request) ? 301 : 308))
      const response = refusalResponse(refusal, {
        status: refusal.code === 'method' ? 405 : undefined,
        back: formBefore(args.request),
        event: await refusedEvent(refusal, args.params),
      })
      response.headers.set(refusalMark, '1')
      throw response
    }
  }
  // Remix asks a handler whether it wants to run while hydrating.
  return Object.assign(run, handler) as H
}

/** The page whose form is refused, so that nobody loses their place. */
function formBefore({ method, headers }: Request): string | null {
  const from = headers.get('Referer') ?? ''
  return method === 'POST' && URL.canParse(from) ? new URL(from).pathname : null
}

const isReading = ({ method }: Request) => method === 'GET' || method === 'HEAD'

/** A redirect may lead to a page of another language, or to one without script: the browser loads it as a document. */
function loadedAnew<T>(answer: T): T {
  if (answer instanceof Response && answer.headers.has('Location')) {
    answer.headers.set('X-Remix-Reload-Document', 'true')
  }
  return answer
}

/** An action that leaves word of what it did, and whose refusal leaves the desk's page and its form in place. */
function withDoneText(
  action: ActionFunction,
  { id, isPage }: { id: string; isPage: boolean },
): ActionFunction {
  return async (args) => {
    const { request } = args
    const isDesk = isPage && new URL(request.url).pathname.startsWith('/organize')
    const sent = isDesk && isSmallForm(request) ? request.clone() : null
    try {
      const answer = await action(args)
      if (answer instanceof Response) {
        leaveWord(request, answer, id)
        if (!id.endsWith('/language') && !id.endsWith('-language')) keepLanguage(request, answer)
      }
      return answer
    } catch (error) {
      if (sent && isSignIn(error) && request.headers.get('Accept')?.includes('text/html')) {
        throw await signedOutForm(sent, error.headers.get('Location') ?? '/sign-in')
      }
      const refusal = isDesk ? asRefusal(error) : null
      if (!refusal || refusal.kind === 'missing' || refusal.kind === 'rights' || refusal.code === 'method')
        throw error
      return refusedForm(refusal, sent)
    } finally {
      forgetAsked()
    }
  }
}

const isSmallForm = ({ headers }: Request) =>
  headers.get('Content-Type')?.startsWith('application/x-www-form-urlencoded') === true

const isSignIn = (error: unknown): error is Response =>
  error instanceof Response && error.headers.get('Location')?.startsWith('/sign-in') === true

/** Without script nothing keeps what was typed but the answer itself: it comes back with it, to be sent again. */
async function signedOutForm(sent: Request, to: string): Promise<Response> {
  const { pathname, search } = new URL(sent.url)
  const typed = await sent.formData()
  const fields = [...typed].map(([name, value]): [string, string] => [name, String(value)])
  const signedOut: SignedOut = { action: `${pathname}${search}`, to, fields }
  return Response.json({ signedOut }, { status: 401 })
}

async function refusedForm(refusal: Refusal, sent: Request | null) {
  const response = refusalResponse(refusal)
  const { sentence } = (await response.json()) as ShownRefusal
  const typed = sent ? await sent.formData().catch(() => null) : null
  const values = typed ? typedValues(typed) : {}
  const headers = new Headers(response.headers)
  headers.delete('Content-Type')
  return data({ errors: {}, values, refusal: sentence }, { status: response.status, headers })
}

/** Word for the page that is led to, and for the browser that keeps unsaved typing (keep-typing.js). */
function leaveWord({ headers }: Request, answer: Response, id: string) {
  const to = answer.headers.get('Location')
  if (to === null || to.startsWith('/sign-in')) return
  const sending = /(?:^|; )form-sending=([\w-]{1,40})/.exec(headers.get('Cookie') ?? '')?.[1]
  if (sending) {
    answer.headers.append('Set-Cookie', `form-saved=${sending}; Path=/; SameSite=Lax; Max-Age=86400`)
    answer.headers.append('Set-Cookie', 'form-sending=; Path=/; SameSite=Lax; Max-Age=0')
  }
  const isUnchanged = answer.headers.has(nothingChangedHeader)
  answer.headers.delete(nothingChangedHeader)
  if (isUnchanged) answer.headers.append('Set-Cookie', writeCookie('done', unchanged, { maxAge: 60 }))
  else if (!saysDone(to)) answer.headers.append('Set-Cookie', writeCookie('done', id, { maxAge: 60 }))
}

/** Where one reads in another language than one's own (`?lang=`), what comes after a form stays in it. */
function keepLanguage({ url, headers }: Request, { headers: answered }: Response) {
  const to = new URL(answered.get('Location') ?? '/', url)
  const asked = [url, headers.get('Referer') ?? '']
    .filter((address) => URL.canParse(address))
    .map((address) => new URL(address).searchParams.get('lang'))
    .find((lang) => lang === 'vi' || lang === 'en')
  if (!asked || !answered.has('Location') || !isPrivatePath(to.pathname) || to.searchParams.has('lang'))
    return
  to.searchParams.set('lang', asked)
  answered.set('Location', `${to.pathname}${to.search}${to.hash}`)
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
