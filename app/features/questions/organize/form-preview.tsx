import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { listQuestions } from '#app/features/questions/domain/questions.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { categoriesOf, organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { isLocale, locales, questionMoments } from '#app/shared/vocabulary.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/fields/field.tsx'
import { askingView } from '../asked-form.server.ts'
import { QuestionFields } from '../question-fields.tsx'
import { languageLabels } from './condition-choices.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['questions.desk.preview'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const asked = new URL(request.url).searchParams
  const lang = asked.get('lang')
  const locale = isLocale(lang) ? lang : ctx.locale
  const [questions, categories] = await Promise.all([listQuestions(event.id), categoriesOf(event)])
  const category = asked.get('category') ?? categories[0]?.code ?? ''
  const guest = { category, language: locale }
  return data({
    locale,
    category,
    categories: categories.map(({ code, name }) => ({ code, name: textIn(name, locale) })),
    asking: askingView(questions, { guest, moments: questionMoments, locale }),
  })
}

/** All questions as guests see them, to be tried out in either language: nothing is sent or kept. */
export default function FormPreview() {
  const { slug } = useEventFrame()
  const { locale, category, categories, asking } = useLoaderData<typeof loader>()
  const desk = `/organize/events/${slug}/questions`
  return (
    <DeskPage title={m['questions.desk.preview']()}>
      <p>
        <a className="breadcrumb" href={desk}>
          {m['questions.desk.title']()}
        </a>
      </p>
      <p className="measure soft">{m['questions.preview.lead']()}</p>
      <div className="cluster">
        {locales.map((lang) => (
          <ButtonLink
            key={lang}
            href={`${desk}/preview?lang=${lang}&category=${encodeURIComponent(category)}`}
            variant={lang === locale ? 'primary' : 'quiet'}
          >
            <span lang={lang}>{languageLabels[lang]}</span>
          </ButtonLink>
        ))}
      </div>
      <form method="get" className="form" data-unkept lang={locale}>
        <input type="hidden" name="lang" value={locale} />
        <input type="hidden" name="language" value={locale} />
        {categories.length > 1 && (
          <RadioGroup
            name="category"
            label={m['questions.about.category']()}
            defaultValue={category}
            options={categories.map(({ code, name }) => ({ value: code, label: name }))}
          />
        )}
        <QuestionFields
          questions={asking.questions}
          asked={asking.asked}
          refused={undefined}
          category={category}
        />
      </form>
    </DeskPage>
  )
}
