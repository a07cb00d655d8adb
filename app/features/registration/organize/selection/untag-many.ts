import { tagRegistrations } from '#app/features/registration/domain/many/tag-registrations.server.ts'
import { selectionAction, selectionLoader } from './selection-action.server.ts'
import { SelectionPage, selectionMeta } from './selection-page.tsx'

export const meta = selectionMeta
export const loader = selectionLoader
export const action = selectionAction({
  name: 'untagging',
  verb: 'registration.many-untagged',
  many: (ctx, eventId, ids, { tags }) => tagRegistrations(ctx, eventId, { ids, tags, isOn: false }),
})

export default SelectionPage
