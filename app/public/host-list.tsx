import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { Logo, type Logos } from '#app/ui/logo.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'

type Body = { id: string; name: TranslatedText; website: string | null; logos?: Logos }

/** Bodies as equals: one size, one weight, in their agreed order, each with its logo where it has one. */
export function HostList({ hosts }: { hosts: readonly Body[] }) {
  return (
    <ul className="hosts">
      {hosts.map((host) => (
        <li key={host.id} className={host.logos?.light || host.logos?.dark ? 'host-line' : undefined}>
          {host.logos && <Logo logos={host.logos} />}
          {host.website ? (
            <a className="quiet-link" href={host.website} rel="noopener">
              <Translated value={host.name} />
            </a>
          ) : (
            <Translated value={host.name} />
          )}
        </li>
      ))}
    </ul>
  )
}
