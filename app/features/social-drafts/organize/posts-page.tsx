import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { extendFormMessages, messageFor } from '#app/shared/forms/form-messages.ts'
import { faultAt, valueAt } from '#app/shared/forms/form-values.ts'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { socialNetworks } from '#app/shared/vocabulary.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { saveSocialPosts } from '../domain/social-posts.server.ts'
import { ChoosePosts } from './choose-posts.tsx'
import { PostField } from './post-field.tsx'
import { postsSchema } from './posts-form.schema.ts'
import { postsView } from './posts-view.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) => eventTitle(m['posts.desk.title'](), matches)
export { keptAction as clientAction, keptLoader as clientLoader } from '#app/shared/pages/kept-page.ts'

export const handle = { hydrate: true }

extendFormMessages({ 'posts.form.too-long': m['posts.form.too-long'] })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const { of, posts, rewritten, picture, link, links, subjects } = await postsView(ctx, event, request)
  return data({
    about: of.about,
    language: of.locale,
    posts,
    rewritten,
    picture: event.publishedAt ? picture : null,
    link,
    links,
    subjects,
    base: footprint(posts),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const { of, composed, posts } = await postsView(ctx, event, request)
  const page = new URL(request.url)
  const here = page.pathname + page.search
  return saveMerged(request, {
    schema: postsSchema,
    stored: posts,
    valuesOf: (stored) => ({ ...stored }),
    save: async (form, seen) => {
      const isChanged = await saveSocialPosts(ctx, { of, composed, seen, posts: form.data })
      return isChanged ? redirect(here, 303) : nothingChanged(here)
    },
  })
}

/** Posts to copy for every network, of what the event says today or as somebody rewrote them. Nothing is posted. */
export default function PostsPage() {
  const frame = useEventFrame()
  const view = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { about, language, posts, rewritten, picture, link, base } = view
  const page = `/organize/events/${frame.slug}/promotion/posts`
  const asked = new URLSearchParams({ about, language, link })
  const values = refused?.values ?? posts
  return (
    <DeskPage title={m['posts.desk.title']()}>
      <p>
        <a className="breadcrumb" href={`/organize/events/${frame.slug}/promotion`}>
          {m['organize.event.promotion']()}
        </a>
      </p>
      <p className="measure soft">{m['posts.desk.lead']()}</p>
      {!frame.published && <Notice title={m['posts.desk.not-public']()} />}
      <ChoosePosts page={page} view={view} />
      {picture && (
        <p>
          <ButtonLink variant="quiet" href={picture} download>
            {m['posts.desk.picture']()}
          </ButtonLink>
        </p>
      )}
      <Form
        method="post"
        action={`${page}?${asked}`}
        noValidate
        className="form measure"
        key={`${asked} ${base}`}
      >
        <FormVersions refused={refused} base={base} />
        {socialNetworks.map((network) => {
          const found = faultAt(refused?.errors, network)
          return (
            <PostField
              key={network}
              network={network}
              language={language}
              text={String(valueAt(values, network) ?? '')}
              isRewritten={rewritten.includes(network)}
              error={found && messageFor(found.message)}
            />
          )
        })}
        <p>
          <Button>{m['organize.form.save']()}</Button>
        </p>
      </Form>
    </DeskPage>
  )
}
