import { m } from '#app/paraglide/messages.js'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'

type Waiting = { all: number; open: number }

/** The way from a speaker's page to what was written down of them; with a notice while passages wait for an answer. */
export function WaitingWords({ waiting: { all, open }, path }: { waiting: Waiting; path: string }) {
  if (all === 0) return null
  const link = (
    <p>
      <ButtonLink href={`${path}/words`} variant={open > 0 ? 'primary' : 'quiet'}>
        {m['notes.words.link']()}
      </ButtonLink>
    </p>
  )
  if (open === 0) return link
  return (
    <Notice tone="info" title={m['notes.words.open']({ count: open })}>
      {link}
    </Notice>
  )
}
