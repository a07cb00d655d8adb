import type { LoaderFunctionArgs } from '@remix-run/node'
import { exportWorkbook } from '#app/features/registration/domain/list/export-registrations.server.ts'
import { fileHeaders } from '#app/shared/files/file-headers.ts'
import { askedExport } from './download.server.ts'
import { oneWorkbook } from './export-slots.server.ts'
import { workbook } from './workbook.server.ts'

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, event, filter, name, sheet } = await askedExport(args)
  const file = await oneWorkbook(async () => workbook(await exportWorkbook(ctx, event.id, filter), sheet))
  return new Response(new Uint8Array(file), { headers: fileHeaders(`${name}.xlsx`, type) })
}
