import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { PublicPage } from '#app/ui/shell/page-shell.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'

type Initiative = { slug: string; name: TranslatedText; accent: string | null; isPublished: boolean }
type Props = { initiative: Initiative | null; title: string; children: ReactNode }

/** The frame of the pages behind a link that was mailed to a supporter. */
export function SupporterFrame({ initiative, title, children }: Props) {
  const locale = getLocale()
  return (
    <PublicPage languages={{ vi: '?lang=vi', en: '?lang=en' }} accent={initiative?.accent ?? undefined}>
      <div className="narrow stack loose">
        <header className="stack snug">
          {initiative && (
            <p>
              {initiative.isPublished ? (
                <a className="breadcrumb" href={publicPath.initiative(locale, initiative.slug)}>
                  <Translated value={initiative.name} as="span" />
                </a>
              ) : (
                <Translated value={initiative.name} as="span" />
              )}
            </p>
          )}
          <h1 className="title-l">{title}</h1>
        </header>
        {children}
      </div>
    </PublicPage>
  )
}

/** The link opens nothing: it was cut short, or whom it was for was erased. */
export function GoneSupporter() {
  return (
    <SupporterFrame initiative={null} title={m['supporters.gone.title']()}>
      <p className="lede">{m['supporters.gone.lede']()}</p>
      <p>
        <ButtonLink href={publicPath.home(getLocale())} variant="quiet">
          {m['public.nav.home']()}
        </ButtonLink>
      </p>
    </SupporterFrame>
  )
}
