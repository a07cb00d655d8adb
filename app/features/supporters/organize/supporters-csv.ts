import type { LoaderFunctionArgs } from '@remix-run/node'
import { m } from '#app/paraglide/messages.js'
import { csvText } from '#app/shared/files/csv-text.server.ts'
import { fileHeaders } from '#app/shared/files/file-headers.ts'
import { plainClock } from '#app/shared/time/zone-clock.ts'
import { exportSupporters } from '../domain/export-supporters.server.ts'
import type { ExportedSupporter } from '../domain/supporters-desk.server.ts'
import { kindLabels } from '../kind-labels.ts'
import { filterOf, ownSupporters } from './own-supporters.server.ts'
import { stateLabels } from './state-labels.ts'

const home = 'Asia/Ho_Chi_Minh'

/** The supporters that a filter holds; read from the database as the file is taken. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, initiative } = await ownSupporters(request, params)
  const filter = filterOf(new URL(request.url).searchParams)
  const text = csvText(await exportSupporters(ctx, initiative, filter), { header: header(), cells })
  const name = `${initiative.slug}-${plainClock(ctx.now, home).slice(0, 10)}`
  return new Response(streamOf(text), { headers: fileHeaders(`${name}.csv`, 'text/csv; charset=utf-8') })
}

function header(): string[] {
  return [
    m['supporters.form.name'](),
    m['supporters.form.body-short'](),
    m['supporters.form.email'](),
    m['supporters.form.kind'](),
    m['supporters.form.country'](),
    m['supporters.form.language'](),
    m['supporters.desk.state'](),
    m['supporters.form.offers'](),
    m['supporters.form.seeks'](),
    m['supporters.own.since'](),
    m['supporters.own.listed'](),
    m['supporters.own.news'](),
    m['supporters.desk.remark'](),
  ]
}

function cells(row: ExportedSupporter): string[] {
  const at = (moment: Date | null) => moment?.toISOString() ?? ''
  return [
    row.name,
    row.body,
    row.email,
    kindLabels[row.kind](),
    row.country,
    row.locale,
    stateLabels[row.state](),
    row.offers,
    row.seeks,
    at(row.joinedAt),
    at(row.listedAt),
    at(row.newsAt),
    row.remark,
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
