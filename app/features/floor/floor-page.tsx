import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { messageFor } from '#app/shared/forms/form-messages.ts'
import { faultAt, valueAt } from '#app/shared/forms/form-values.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { readCookie } from '#app/shared/http/cookies.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { askedLanguage } from '#app/shared/pages/asked-language.ts'
import { Button } from '#app/ui/button.tsx'
import { TextArea, TextField } from '#app/ui/fields/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PublicPage } from '#app/ui/shell/page-shell.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { askQuestion, listShownQuestions } from './domain/ask-and-vote.server.ts'
import { getFloor } from './domain/floor.server.ts'
import { questionSchema } from './floor.schema.ts'
import { FloorQuestions } from './floor-questions.tsx'
import { voterOf } from './voter.server.ts'

export const meta: MetaFunction = () => [{ title: m['floor.title']() }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { code, sessionId, title, event, closedAt, revision } = await getFloor(params.code ?? '')
  return {
    code,
    title,
    event,
    revision,
    isOpen: closedAt === null,
    asked: new URL(request.url).searchParams.has('asked'),
    questions: await listShownQuestions(sessionId, readCookie(request, 'voter')),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const code = params.code ?? ''
  const ctx = await visitorContext(request, params)
  await getFloor(code)
  const { voter, headers } = voterOf(request)
  const form = await readForm(request, questionSchema)
  if (!form.ok) return refuse(form)
  await askQuestion(ctx, code, { ...form.data, voter })
  return redirect(`/floor/${code}?asked${askedLanguage(request, '&')}`, { status: 303, headers })
}

export default function Floor() {
  const { code, title, event, revision, isOpen, asked, questions } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const field = (name: string) => {
    const fault = faultAt(refused?.errors, name)
    return {
      name,
      defaultValue: String(valueAt(refused?.values, name) ?? ''),
      error: fault && messageFor(fault.message),
    }
  }
  const path = `/floor/${code}`
  return (
    <PublicPage languages={{ vi: `${path}?lang=vi`, en: `${path}?lang=en` }} accent={event.accent}>
      <div className="attendee stack loose">
        <header className="stack tight">
          <p className="label">{m['floor.title']()}</p>
          <h1 className="title-l">
            <Translated value={title} />
          </h1>
          <Translated value={event.title} as="p" className="soft" />
        </header>
        {asked && (
          <Notice tone="success" live title={m['floor.asked']()}>
            <p>{m['floor.asked-next']()}</p>
          </Notice>
        )}
        {isOpen ? (
          <form method="post" noValidate className="form">
            <TextArea
              {...field('text')}
              label={m['floor.question']()}
              hint={m['floor.question-hint']()}
              required
              rows={3}
            />
            <TextField
              {...field('askedBy')}
              label={m['floor.name']()}
              hint={m['floor.name-hint']()}
              optional
              autoComplete="name"
            />
            <p>
              <Button>{m['floor.ask']()}</Button>
            </p>
          </form>
        ) : (
          <Notice tone="info" title={m['floor.closed']()} />
        )}
        <section
          className="stack"
          aria-labelledby="questions"
          data-floor={event.slug}
          data-floor-revision={revision}
        >
          <h2 className="title-m" id="questions">
            {m['floor.questions']()}
          </h2>
          <FloorQuestions code={code} questions={questions} isOpen={isOpen} />
        </section>
        <p className="small soft">{m['floor.privacy']()}</p>
        <script src="/floor.js" defer />
      </div>
    </PublicPage>
  )
}
