import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { isTimeZone, timeZones } from '#app/features/events/domain/local-time.server.ts'
import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { PersonalPage } from '#app/public/personal-frame.tsx'
import type { FormValues } from '#app/shared/forms/form-values.ts'
import { flatten, marksOf } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { refuse, refuseField } from '#app/shared/forms/read-form.server.ts'
import { localeCookie } from '#app/shared/http/cookies.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { editProfile } from './domain/edit-profile.server.ts'
import { ProfileFields } from './profile-fields.tsx'
import { keptLanguage } from './speaker-language.server.ts'
import { profileSchema } from './speaking.schema.ts'
import { profileValues, speakingView } from './speaking-view.server.ts'

export const meta: MetaFunction = () => [{ title: m['speaking.profile.title']() }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view } = await speakingView(request, params.token ?? '')
  const page = { token: view.token, event: view.event, ...view.profile, zones: timeZones() }
  return data(page, keptLanguage(request))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const ctx = await visitorContext(request, params)
  const { at, read } = await speakingView(request, token)
  const stored = profileValues(at, read)
  return saveMerged(request, {
    schema: profileSchema,
    stored,
    valuesOf: (values: FormValues) => values,
    save: async (form) => {
      const profile = form.data
      if (profile.timeZone && !isTimeZone(profile.timeZone)) {
        return refuse(refuseField(form, 'timeZone', 'speaking.form.zone'))
      }
      const [was, is] = [marksOf(flatten(stored)), marksOf(flatten(form.values))]
      const touched = Object.keys(was).filter(
        (field) => was[field] !== (is[field] ?? marksOf({ field: '' }).field),
      )
      if (touched.length === 0) return nothingChanged(`/speaking/${token}`)
      await editProfile(ctx, token, { profile, fields: touched })
      // Whoever chose the language of this page means it from now on.
      const headers = touched.includes('language') ? { 'Set-Cookie': localeCookie(profile.language) } : {}
      return redirect(`/speaking/${token}?saved=profile`, { status: 303, headers })
    },
  })
}

export default function ProfilePage() {
  const { token, event, values, base, zones } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const home = `/speaking/${token}`
  return (
    <PersonalPage event={event} title={m['speaking.profile.title']()}>
      <Form method="post" noValidate className="form">
        <FormVersions refused={refused} base={base} />
        <ProfileFields refused={refused} initial={values} zones={zones} />
        <div className="cluster">
          <Button>{m['speaking.profile.save']()}</Button>
          <ButtonLink href={home} variant="plain">
            {m['speaking.form.back']()}
          </ButtonLink>
        </div>
      </Form>
    </PersonalPage>
  )
}
