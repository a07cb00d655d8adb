import type { LoaderFunctionArgs } from '@remix-run/node'
import { m } from '#app/paraglide/messages.js'
import { csvText } from '#app/shared/files/csv-text.server.ts'
import { fileHeaders } from '#app/shared/files/file-headers.ts'
import { readPlain } from '#app/shared/i18n/translated-text.ts'
import { plainClock } from '#app/shared/time/zone-clock.ts'
import { subscriptionStates } from '#app/shared/vocabulary.ts'
import { type ExportedContact, exportContacts } from '../domain/export-contacts.server.ts'
import { placeNames, standingNames } from './contact-labels.ts'
import { ownList } from './own-list.server.ts'

const home = 'Asia/Ho_Chi_Minh'

/** Everybody on a list with where their consent came from; read from the database as the file is taken. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, list } = await ownList(request, params)
  const asked = new URL(request.url).searchParams.get('state')
  const state = subscriptionStates.find((one) => one === asked)
  const text = csvText(await exportContacts(ctx, list, state), { header: header(), cells })
  const name = `${list.slug}-${plainClock(ctx.now, home).slice(0, 10)}`
  return new Response(streamOf(text), { headers: fileHeaders(`${name}.csv`, 'text/csv; charset=utf-8') })
}

function header(): string[] {
  return [
    m['lists.form.email'](),
    m['lists.form.name'](),
    m['lists.form.language'](),
    m['lists.csv.country'](),
    m['lists.desk.standing'](),
    m['lists.desk.from'](),
    m['lists.import.ground'](),
    m['lists.contact.text'](),
    m['lists.csv.version'](),
    m['lists.csv.text-language'](),
    m['lists.contact.asked'](),
    m['lists.contact.confirmed'](),
    m['lists.contact.left'](),
  ]
}

function cells(row: ExportedContact): string[] {
  const { text, consentLocale, version } = row
  const at = (moment: Date | null) => moment?.toISOString() ?? ''
  return [
    row.email,
    row.name,
    row.language,
    row.country ?? '',
    standingNames[row.state](),
    placeNames[row.place](),
    row.ground ?? '',
    text && consentLocale ? readPlain(text, consentLocale).text : '',
    version === null ? '' : String(version),
    consentLocale ?? '',
    at(row.askedAt),
    at(row.confirmedAt),
    at(row.leftAt),
  ]
}

// Pulled, not pushed: the next batch is read when the reader has taken the last one.
function streamOf(text: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await text.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await text.return(undefined)
    },
  })
}
