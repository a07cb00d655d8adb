import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { languageWord } from '#app/public/code-labels.ts'
import { formatCount } from '#app/shared/time/format.ts'
import { PersonName } from '#app/ui/texts/person-name.tsx'
import { groupName } from '../announcement-labels.ts'
import type { Share } from '../domain/recipients.ts'

type Left = { count: number; names: string[] }
export type Counted = {
  total: number
  shares: Share[]
  /** Those whose names may be read here, and how many more there are. */
  named: { name: string; email: string }[]
  unnamed: number
  ofHosts: number
  sameAddress: Left
  withoutAddress: Left
}

const namesIn = ({ count, names }: Left) => names.join(', ') + (count > names.length ? '…' : '')

/** Whom it would go to, counted by address, and who is left out for want of one of their own. */
export function RecipientCount({ counted }: { counted: Counted }) {
  const { total, shares, named, unnamed, ofHosts, sameAddress, withoutAddress } = counted
  const locale = getLocale()
  return (
    <section className="stack snug" aria-labelledby="recipients">
      <h2 className="title-m" id="recipients">
        {m['announcements.check.total']({ count: total })}
      </h2>
      <ul className="stack tight">
        {shares.map(({ group, locale: language, count }) => (
          <li key={`${group} ${language}`}>
            {m['announcements.check.share']({
              group: groupName(group),
              language: languageWord(language),
              count: formatCount(count, locale),
            })}
          </li>
        ))}
        {sameAddress.count > 0 && (
          <li>
            {m['announcements.check.same-address']({ count: sameAddress.count, names: namesIn(sameAddress) })}
          </li>
        )}
        {withoutAddress.count > 0 && (
          <li>
            {m['announcements.check.without-address']({
              count: withoutAddress.count,
              names: namesIn(withoutAddress),
            })}
          </li>
        )}
      </ul>
      {total > 0 && (
        <details>
          <summary>{m['announcements.check.names']()}</summary>
          <ul>
            {named.map(({ name, email }) => (
              <li key={email}>
                <PersonName name={name || email} /> <span className="small soft">{email}</span>
              </li>
            ))}
            {unnamed > 0 && <li>+ {formatCount(unnamed, locale)}</li>}
            {ofHosts > 0 && <li>{m['announcements.check.of-hosts']({ count: ofHosts })}</li>}
          </ul>
        </details>
      )}
    </section>
  )
}
