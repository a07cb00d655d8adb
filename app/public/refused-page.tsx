import { isRouteErrorResponse, useLocation } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { ownPageOf } from '#app/shared/http/own-page.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { shownError } from '#app/shared/pages/shown-error.ts'
import { PublicPage } from '#app/ui/shell/page-shell.tsx'

/** An error page where no frame could be drawn: what happened, and the ways on that the address tells of. */
export function RefusedPage({ error }: { error: unknown }) {
  return (
    <PublicPage languages={useOtherLanguages()}>
      <RefusedText error={error} />
    </PublicPage>
  )
}

type RefusedTextProps = {
  error: unknown
  /** The reader's own page, where its link is known to open it. */
  own?: string | undefined
}

/** Says what happened and what to do, in the reader's language. */
export function RefusedText({ error, own: known }: RefusedTextProps) {
  const { pathname } = useLocation()
  const answer = isRouteErrorResponse(error) ? error : null
  const { status, title, sentence } = shownError(answer)
  const { back } = (answer?.data ?? {}) as { back?: string }
  const slug = /^\/(?:vi|en)\/events\/([^/]+)\/./.exec(pathname)?.[1]
  const own = known ?? ownPageOf(pathname, status)
  return (
    <div className="stack narrow refusal" data-status={status}>
      <h1>{title}</h1>
      <p>{sentence}</p>
      <p className="cluster">
        {back && <a href={back}>{m['shared.refusal.to-form']()}</a>}
        {own && <a href={own}>{m['shared.refusal.to-own-page']()}</a>}
        {slug && <a href={publicPath.event(getLocale(), slug)}>{m['shared.refusal.to-event']()}</a>}
        <a href={`/${getLocale()}`}>{m['shared.refusal.to-home']()}</a>
      </p>
    </div>
  )
}

/** This page in either language, whether or not it says its language in its address. */
export function useOtherLanguages() {
  const rest = /^\/(?:vi|en)(\/.*)?$/.exec(useLocation().pathname)?.[1] ?? ''
  return { vi: `/vi${rest}`, en: `/en${rest}` }
}
