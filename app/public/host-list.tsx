import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { Translated } from '#app/ui/texts/translated.tsx'

type Body = { id: string; name: TranslatedText; website: string | null }

/** Bodies as equals: one size, one weight, in their agreed order. */
export function HostList({ hosts }: { hosts: readonly Body[] }) {
  return (
    <ul className="hosts">
      {hosts.map((host) => (
        <li key={host.id}>
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
