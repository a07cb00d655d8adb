import type { LinksFunction } from '@remix-run/node'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteError,
} from '@remix-run/react'
import { type ReactNode, useContext, useEffect } from 'react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { NonceContext } from '#app/shared/http/nonce.ts'
import letters from '#app/ui/fonts/sans-400.woff2?url'
import titles from '#app/ui/fonts/serif-600.woff2?url'
import deskStyles from '#app/ui/organizing.css?url'
import styles from '#app/ui/styles.css?url'
import { RefusedPage } from './public/refused-page.tsx'
import { siteTitle } from './shared/pages/shown-error.ts'
import { usePageUpkeep } from './shared/pages/use-page-upkeep.ts'
import { NotUpToDate } from './ui/shell/not-up-to-date.tsx'

const early = (href: string) =>
  ({ rel: 'preload', as: 'font', type: 'font/woff2', href, crossOrigin: 'anonymous' }) as const

export const links: LinksFunction = () => [
  // The two that the first view is written with: asked for before the styles say so.
  early(letters),
  early(titles),
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'icon', href: '/favicon.ico', sizes: '32x32' },
  { rel: 'apple-touch-icon', href: '/apple-touch-icon.png' },
  { rel: 'manifest', href: '/manifest.webmanifest' },
]

export const meta = siteTitle

/**
 * What a page says of its document: whether it hydrates, at once or when touched, whether it is a form though it does not,
 * and whether it stands in a frame of another site.
 */
type PageHandle = { hydrate?: boolean | 'touched'; holdsForm?: boolean; isFramed?: boolean }

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
        {isDesk.test(pathname) && <link rel="stylesheet" href={deskStyles} />}
        {!hydrates && <script src="/reader.js" defer />}
        {handles.some((handle) => handle?.hydrate === 'touched') && (
          <script src="/wake.js" defer {...(nonce && { nonce })} />
        )}
        {(hydrates || holdsForms.test(pathname) || handles.some((handle) => handle?.holdsForm)) && (
          <FormScripts nonce={nonce} writes={writesProse.test(pathname)} />
        )}
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

const isDesk = /^\/organize(?:\/|$)/

/** Where one works rather than reads. */
const holdsForms = /^\/(?:organize|registrations|speaking|sign-in)(?:\/|$)/

/** Where descriptions and biographies are written. */
const writesProse = /^\/(?:organize|speaking)(?:\/|$)/

const proseWords = () => ({
  tools: m['shared.prose.tools']({ field: '{field}' }),
  bold: m['shared.prose.bold'](),
  italic: m['shared.prose.italic'](),
  list: m['shared.prose.list'](),
  link: m['shared.prose.link'](),
  undo: m['shared.prose.undo'](),
  redo: m['shared.prose.redo'](),
  address: m['shared.prose.address'](),
  'address-wrong': m['shared.prose.address-wrong'](),
  'set-link': m['shared.prose.set-link'](),
  unlink: m['shared.prose.unlink'](),
  cancel: m['shared.prose.cancel'](),
})

function FormScripts({ nonce, writes }: { nonce: string | undefined; writes: boolean }) {
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
      {writes && <script src="/prose.js" defer data-words={JSON.stringify(proseWords())} {...mark} />}
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

export function ErrorBoundary() {
  return <RefusedPage error={useRouteError()} />
}
