import { m } from '#app/paraglide/messages.js'
import type { EntryTerms } from '#app/shared/vocabulary.ts'

const texts: Record<EntryTerms, () => string> = {
  free: m['public.entry.free'],
  priced: m['public.entry.priced'],
  invitation: m['public.entry.invitation'],
}

type EntryTextProps = {
  event: { entry: EntryTerms | null; ticketsUrl: string | null }
  isOver: boolean
}

/** On what terms one comes in; while tickets can be of use, where they are sold. Nothing where the hosts do not say. */
export function EntryText({ event: { entry, ticketsUrl }, isOver }: EntryTextProps) {
  if (!entry) return null
  const sold = isOver ? null : ticketsUrl
  return (
    <>
      {texts[entry]()}
      {sold && (
        <span className="place-line">
          <a href={sold} rel="noopener">
            {m['public.entry.tickets']({ site: new URL(sold).hostname })}
          </a>
        </span>
      )}
    </>
  )
}
