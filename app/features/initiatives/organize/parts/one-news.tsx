import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { organizedInitiative } from '#app/organize/organized-initiative.server.ts'
import { formOrRestored } from '#app/organize/restored-form.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { inBothLanguages } from '../../domain/parts/older-sources.ts'
import { getPart } from '../../domain/parts/part-rows.server.ts'
import { editPart } from '../../domain/parts/save-part.server.ts'
import { newsSchema } from '../../initiatives.schema.ts'
import { formTools } from '../form-fields.ts'
import { newsValues, staleFields } from '../form-values.ts'
import { initiativeDesk } from '../initiative-desk.server.ts'
import { initiativeTitle } from '../initiative-frame.tsx'
import { NewsFields } from './part-fields.tsx'
import { PartPage } from './part-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  initiativeTitle(data ? textIn(data.name, getLocale()) : '', data?.desk.name)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { initiative, desk } = await initiativeDesk(request, params)
  const stored = await getPart('news', initiative.id, params.entry ?? '')
  const values = newsValues(stored)
  const { title, body, source } = stored
  return data({
    desk,
    id: stored.id,
    name: title,
    published: stored.publishedAt !== null,
    values,
    base: footprint(values),
    stale: staleFields({ title, body, source }),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, initiative, path } = await organizedInitiative(request, params)
  const stored = await getPart('news', initiative.id, params.entry ?? '')
  const form = await formOrRestored(request, {
    initiativeId: initiative.id,
    verbs: ['news.edited'],
    subjectId: stored.id,
    stored,
    valuesOf: newsValues,
    renamed: inBothLanguages,
  })
  const back = `${path}/news`
  return saveMerged(form, {
    schema: newsSchema,
    stored,
    valuesOf: newsValues,
    save: async ({ data: typed }, { revision }) => {
      const at = { initiativeId: initiative.id, partId: stored.id, revision }
      const isChanged = await editPart(ctx, { ...at, details: { kind: 'news', ...typed } })
      return isChanged ? redirect(back, 303) : nothingChanged(back)
    },
  })
}

export default function OneNewsEntry() {
  const { desk, id, name, values, base, stale, published } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <PartPage
      desk={desk}
      kind="news"
      id={id}
      name={name}
      base={base}
      refused={refused}
      actions={
        <form method="post" action={`/organize/initiatives/${desk.slug}/news/${id}/publication`}>
          <input type="hidden" name="published" value={published ? '' : 'on'} />
          <Button variant={published ? 'quiet' : 'primary'}>
            {published ? m['initiatives.desk.unpublish']() : m['initiatives.desk.publish']()}
          </Button>
        </form>
      }
    >
      <NewsFields tools={formTools(refused, values)} stale={stale} />
    </PartPage>
  )
}
