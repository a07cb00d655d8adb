import { m } from '#app/paraglide/messages.js'
import { Button } from './button.tsx'

/** At the foot of a page behind a personal link: keep it, and what to do when somebody else has it. */
export function RenewLink({ path, keep }: { path: string; keep: string }) {
  return (
    <form method="post" action={`${path}/renewal`} className="stack snug on-screen">
      <p className="small soft measure">
        {keep} {m['shared.renew-link.why']()}
      </p>
      <p>
        <Button variant="plain">{m['shared.renew-link.do']()}</Button>
      </p>
    </form>
  )
}
