import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { attendeeView } from '#app/features/registration/attendee-view.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { googleWalletLink } from './domain/wallet/google-link.server.ts'
import { ticketWords } from './ticket-words.ts'

/** Leads to Google Wallet with the ticket, where an issuer is configured. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page, view } = await attendeeView(request, params.token ?? '')
  if (page.registration.state !== 'confirmed' || page.event.cancelledAt)
    throw new Refusal('ticket-none', 'missing')
  const { locale } = view
  const link = googleWalletLink(page, { locale, words: ticketWords(locale), now: new Date() })
  if (!link) throw new Refusal('wallet-none', 'missing')
  return redirect(link)
}
