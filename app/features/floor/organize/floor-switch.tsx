import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'

/** Opens or closes the floor of a session; the address is that of its page. */
export function FloorSwitch({
  address,
  code,
  closedAt,
}: {
  address: string
  code: string | null
  closedAt: unknown
}) {
  const isOpen = code !== null && !closedAt
  return (
    <form method="post" action={`${address}/${isOpen ? 'closing' : 'opening'}`}>
      <Button variant={isOpen ? 'plain' : 'quiet'}>
        {isOpen ? m['floor.desk.close']() : code ? m['floor.desk.reopen']() : m['floor.desk.open']()}
      </Button>
    </form>
  )
}
