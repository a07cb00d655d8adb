import type { LinksFunction, MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteError,
} from '@remix-run/react'
import { lazy, type ReactNode, Suspense, useContext, useEffect } from 'react'
import { type SignedOut, SignedOutForm } from '#app/features/sign-in/signed-out-form.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { NonceContext } from '#app/shared/http/nonce.ts'
import { ownPageOf } from '#app/shared/http/own-page.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import styles from '#app/ui/styles.css?url'
import type { RefusedDesk } from './organize/refused-desk.tsx'
import { publicPath } from './shared/pages/public-paths.ts'
import { shownError } from './shared/pages/shown-error.ts'
import { usePageUpkeep } from './shared/pages/use-page-upkeep.ts'
import { NotUpToDate } from './ui/shell/not-up-to-date.tsx'
import { PublicPage } from './ui/shell/page-shell.tsx'

// Only organizers need it, and only when something is refused.
const DeskRefusal = lazy(() => import('./organize/refused-desk.tsx'))

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'icon', href: '/favicon.ico', sizes: '32x32' },
  { rel: 'apple-touch-icon', href: '/apple-touch-icon.png' },
  { rel: 'manifest', href: '/manifest.webmanifest' },
]

export const meta: MetaFunction = ({ error }) => {
  const name = m['shared.site.name']()
  return [{ title: error ? `${shownError(error).title} · ${name}` : name }]
}

/** What a page says of its document: whether it hydrates, and whether it stands in a frame of another site. */
type PageHandle = { hydrate?: boolean; isFramed?: boolean }

/** The document. Pages for reading carry one small script; only those that say so in their handle hydrate. */
export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(NonceContext)
  const { pathname } = useLocation()
  const handles = useMatches().map(({ handle }) => handle as PageHandle | undefined)
  const hydrates = handles.some((handle) => handle?.hydrate)
  return (
    <html lang={getLocale()}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {/* No page but that one may stand in a frame: its links open outside. */}
        {handles.some((handle) => handle?.isFramed) && <base target="_blank" />}
        <Meta />
        <Links />
        {!hydrates && <script src="/reader.js" defer />}
        {(hydrates || holdsForms.test(pathname)) && <FormScripts nonce={nonce} />}
      </head>
      <body>
        {children}
        {hydrates && (
          <>
            <ScrollRestoration {...(nonce && { nonce })} />
            <Scripts {...(nonce && { nonce })} />
          </>
        )}
      </body>
    </html>
  )
}

/** Where one works rather than reads. */
const holdsForms = /^\/(?:organize|registrations|speaking|sign-in)(?:\/|$)/

function FormScripts({ nonce }: { nonce: string | undefined }) {
  const words = {
    offer: m['shared.typing.offer']({ when: '{when}' }),
    back: m['shared.typing.back'](),
    restore: m['shared.typing.restore'](),
    discard: m['shared.typing.discard'](),
  }
  const own = { src: '/keep-typing.js', defer: true, 'data-words': JSON.stringify(words) }
  // Browsers hide the nonce from scripts, and so from hydration.
  const mark = { ...(nonce && { nonce }), suppressHydrationWarning: true }
  return (
    <>
      <script {...own} {...mark} />
      <script src="/form-answer.js" defer {...mark} />
      <script src="/clock-label.js" defer {...mark} />
    </>
  )
}

export default function Root() {
  const upkeep = usePageUpkeep()
  useEffect(() => {
    document.documentElement.dataset.hydrated = ''
    dispatchEvent(new Event('hydrated'))
  }, [])
  const { pathname, search, key } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page that comes is told of
  useEffect(() => {
    dispatchEvent(new Event('page-came'))
  }, [key])
  return (
    <>
      <Outlet />
      {upkeep !== 'current' && <NotUpToDate why={upkeep} page={`${pathname}${search}`} />}
    </>
  )
}

/** Says what happened and what to do, in the reader's language. */
export function ErrorBoundary() {
  const error = useRouteError()
  const { pathname } = useLocation()
  const answer = isRouteErrorResponse(error) ? error : null
  const shown = shownError(answer)
  const { desk, signedOut } = (answer?.data ?? {}) as { desk?: RefusedDesk; signedOut?: SignedOut }
  if (signedOut) {
    return (
      <PublicPage languages={otherLanguages(pathname)}>
        <SignedOutForm signedOut={signedOut} />
      </PublicPage>
    )
  }
  if (desk) {
    return (
      <Suspense>
        <DeskRefusal desk={desk} shown={shown} />
      </Suspense>
    )
  }
  const { status, title, sentence } = shown
  const slug = /^\/(?:vi|en)\/events\/([^/]+)\/./.exec(pathname)?.[1]
  const own = ownPageOf(pathname, status)
  return (
    <PublicPage languages={otherLanguages(pathname)}>
      <div className="stack narrow refusal" data-status={status}>
        <h1>{title}</h1>
        <p>{sentence}</p>
        <p className="cluster">
          {own && <a href={own}>{m['shared.refusal.to-own-page']()}</a>}
          {slug && <a href={publicPath.event(getLocale(), slug)}>{m['shared.refusal.to-event']()}</a>}
          <a href={`/${getLocale()}`}>{m['shared.refusal.to-home']()}</a>
        </p>
      </div>
    </PublicPage>
  )
}

function otherLanguages(path: string): Record<Locale, string> {
  const rest = /^\/(?:vi|en)(\/.*)?$/.exec(path)?.[1] ?? ''
  return { vi: `/vi${rest}`, en: `/en${rest}` }
}
