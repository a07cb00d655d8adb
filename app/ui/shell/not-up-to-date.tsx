import { m } from '#app/paraglide/messages.js'
import { Icon } from '../icon.tsx'

type Props = { why: 'away' | 'signed-out' | 'refused'; page: string }

/** Said at the foot of a page that is kept because it could not be fetched anew. */
export function NotUpToDate({ why, page }: Props) {
  return (
    <div className="not-up-to-date" role="status">
      <Icon name="alert" />
      <p>
        {why === 'away' && m['shared.page.away']()}
        {why === 'refused' && m['shared.page.refused']()}
        {why === 'signed-out' && (
          <>
            {m['shared.page.signed-out']()}{' '}
            <a href={`/sign-in?to=${encodeURIComponent(page)}`} target="_blank" rel="noreferrer">
              {m['shared.page.sign-in']()}
            </a>
          </>
        )}
      </p>
    </div>
  )
}
