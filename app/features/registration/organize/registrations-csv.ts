import type { LoaderFunctionArgs } from '@remix-run/node'
import { exportRegistrations } from '../domain/export-registrations.server.ts'
import { csvText } from './csv-text.server.ts'
import { askedExport, fileHeaders } from './download.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, event, filter, name, sheet } = await askedExport(args)
  const text = csvText(await exportRegistrations(ctx, event.id, filter), sheet)
  return new Response(streamOf(text), { headers: fileHeaders(`${name}.csv`, 'text/csv; charset=utf-8') })
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
