import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import type { SupportedInitiative } from './initiative-of.server.ts'
import { type DeskFilter, type ExportedSupporter, exportBatches } from './supporters-desk.server.ts'

/** Everybody whom a filter holds, a batch at a time as they are asked for. The export is recorded. */
export async function exportSupporters(
  ctx: Context,
  { id, name }: SupportedInitiative,
  filter: DeskFilter,
): Promise<AsyncGenerator<ExportedSupporter[]>> {
  await requireInitiativeRight(ctx, 'initiative.edit', id)
  await recordActivity(ctx, {
    verb: 'supporter.exported',
    initiativeId: id,
    subjectId: id,
    subjectName: textIn(name, ctx.locale),
  })
  return exportBatches(id, filter)
}
