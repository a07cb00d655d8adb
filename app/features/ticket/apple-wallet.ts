import type { LoaderFunctionArgs } from '@remix-run/node'
import { attendeeView } from '#app/features/registration/attendee-view.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { applePassFile } from './domain/wallet/apple-pass.server.ts'
import { ticketWords } from './ticket-words.ts'

/** The ticket as a pass for Apple Wallet, where one is signed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page, view } = await attendeeView(request, params.token ?? '')
  if (page.registration.state !== 'confirmed' || page.event.cancelledAt)
    throw new Refusal('ticket-none', 'missing')
  const file = await applePassFile(page, { locale: view.locale, words: ticketWords(view.locale) })
  if (!file) throw new Refusal('wallet-none', 'missing')
  return new Response(new Uint8Array(file), {
    headers: {
      'Content-Type': 'application/vnd.apple.pkpass',
      'Content-Disposition': `attachment; filename="${page.event.slug}.pkpass"`,
    },
  })
}
