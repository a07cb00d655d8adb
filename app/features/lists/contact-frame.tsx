import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { PublicPage } from '#app/ui/shell/page-shell.tsx'

type Props = { organization: TranslatedText | null; title: string; children: ReactNode }

/** The frame of the pages behind a link that an organization mailed to a contact. */
export function ContactFrame({ organization, title, children }: Props) {
  return (
    <PublicPage languages={{ vi: '?lang=vi', en: '?lang=en' }}>
      <div className="narrow stack loose">
        <header className="stack tight">
          {organization && <p className="label">{textIn(organization, getLocale())}</p>}
          <h1 className="title-l">{title}</h1>
        </header>
        {children}
      </div>
    </PublicPage>
  )
}

/** The link opens nothing: it was cut short, or its contact was erased. */
export function GoneLink() {
  return (
    <ContactFrame organization={null} title={m['lists.gone.title']()}>
      <p className="lede">{m['lists.gone.body']()}</p>
      <p>
        <ButtonLink href={publicPath.home(getLocale())} variant="quiet">
          {m['public.nav.home']()}
        </ButtonLink>
      </p>
    </ContactFrame>
  )
}
