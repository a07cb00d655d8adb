import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { languageWord } from '#app/public/code-labels.ts'
import { readPlain } from '#app/shared/i18n/translated-text.ts'
import { formatDateTime } from '#app/shared/time/format.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { Listing } from '../domain/contact-page.server.ts'
import { placeNames, standingNames, standingTones } from './contact-labels.ts'

const home = 'Asia/Ho_Chi_Minh'

/** Where somebody stands with one list, and everything that their consent rests on. */
export function OwnConsent({ listing, children }: { listing: Listing; children: ReactNode }) {
  const { title, state, place, ground } = listing
  const locale = getLocale()
  const when = (at: Date | null) => at && formatDateTime(at, home, locale, '')
  return (
    <article className="stack tight">
      <h3 className="title-s">
        <Translated value={title} />
      </h3>
      <p>
        <StateMark tone={standingTones[state]}>{standingNames[state]()}</StateMark>
      </p>
      <DescriptionList
        entries={[
          { term: m['lists.desk.from'](), value: placeNames[place]() },
          { term: m['lists.import.ground'](), value: ground },
          { term: m['lists.contact.asked'](), value: when(listing.askedAt) },
          { term: m['lists.contact.mailed'](), value: when(listing.mailedAt) },
          { term: m['lists.contact.resent'](), value: when(listing.resentAt) },
          { term: m['lists.contact.confirmed'](), value: when(listing.confirmedAt) },
          { term: m['lists.contact.left'](), value: when(listing.leftAt) },
          { term: m['lists.contact.text'](), value: <AgreedText listing={listing} /> },
        ]}
      />
      {children}
    </article>
  )
}

/** The words that were agreed to, in the language and version in which they were read. */
function AgreedText({ listing: { consent, consentLocale } }: { listing: Listing }) {
  if (!consent || !consentLocale) return m['lists.contact.no-text']()
  const said = readPlain(consent.text, consentLocale)
  return (
    <>
      <q lang={said.lang}>{said.text}</q>{' '}
      <span className="soft">
        {m['lists.contact.version']({ number: consent.version, language: languageWord(consentLocale) })}
      </span>
    </>
  )
}
