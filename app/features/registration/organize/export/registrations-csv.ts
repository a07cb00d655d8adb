import type { LoaderFunctionArgs } from '@remix-run/node'
import { exportRegistrations } from '#app/features/registration/domain/list/export-registrations.server.ts'
import { csvText } from '#app/shared/files/csv-text.server.ts'
import { fileHeaders } from '#app/shared/files/file-headers.ts'
import { askedExport } from './download.server.ts'
import { enterExports, inExportSlot } from './export-slots.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, event, filter, name, sheet } = await askedExport(args)
  const leave = enterExports()
  try {
    const text = csvText(await exportRegistrations(ctx, event.id, filter), sheet)
    return new Response(streamOf(text, leave), {
      headers: fileHeaders(`${name}.csv`, 'text/csv; charset=utf-8'),
    })
  } catch (error) {
    leave()
    throw error
  }
}

// Pulled, not pushed: the next batch is read when the reader has taken the last one.
function streamOf(text: AsyncGenerator<string>, leave: () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await inExportSlot(() => text.next())
        if (!done) return controller.enqueue(encoder.encode(value))
        controller.close()
      } catch (error) {
        controller.error(error)
      }
      leave()
    },
    async cancel() {
      leave()
      await text.return(undefined)
    },
  })
}
