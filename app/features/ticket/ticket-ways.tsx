import { m } from '#app/paraglide/messages.js'

/** The ways in which a ticket is kept where there is no network. */
export function TicketWays({ path, wallets }: { path: string; wallets: ('apple' | 'google')[] }) {
  return (
    <>
      <a href={`${path}/ticket.pdf`}>{m['ticket.page.pdf']()}</a>
      {wallets.includes('apple') && <a href={`${path}/ticket.pkpass`}>{m['ticket.page.apple']()}</a>}
      {wallets.includes('google') && <a href={`${path}/google-wallet`}>{m['ticket.page.google']()}</a>}
    </>
  )
}
