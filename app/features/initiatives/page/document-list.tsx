import { m } from '#app/paraglide/messages.js'
import { fileSize } from '#app/shared/files/file-size.ts'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { InitiativeDocument } from '../domain/parts/initiative-parts.server.ts'

/** Files to save, each with its kind and size before it is asked for. */
export function Documents({ documents }: { documents: readonly InitiativeDocument[] }) {
  if (documents.length === 0) return null
  return (
    <section className="chapter" aria-labelledby="documents">
      <h2 id="documents">{m['initiatives.page.documents']()}</h2>
      <ul className="recap-files">
        {documents.map(({ id, title, name, size }) => (
          <li key={id}>
            <a href={`/documents/${id}`}>
              <Translated value={title} />
            </a>
            <span className="small soft">{`${kindOf(name)} · ${fileSize(size)}`}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const kindOf = (name: string) => (name.split('.').at(-1) ?? '').toUpperCase()
