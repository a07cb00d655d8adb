import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'

/** A form that came without a sign-in: where it goes, and all that was entered in it. */
export type SignedOut = { action: string; to: string; fields: [string, string][] }

/** What was entered waits in the page itself, until one has signed in and sends it again; it is stored nowhere. */
export function SignedOutForm({ signedOut: { action, to, fields } }: { signedOut: SignedOut }) {
  return (
    <div className="stack narrow refusal" data-status={401}>
      <h1>{m['shared.signed-out.title']()}</h1>
      <p>{m['shared.signed-out.lead']()}</p>
      <p>
        <a href={to} target="_blank" rel="noreferrer">
          {m['shared.page.sign-in']()}
        </a>
      </p>
      <form method="post" action={action} data-again="">
        {fields.map(([name, value], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: several share a name and a value, and none ever moves
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <Button>{m['shared.signed-out.again']()}</Button>
      </form>
    </div>
  )
}
