import { m } from '#app/paraglide/messages.js'
import { QrCode } from '#app/public/qr-code.tsx'
import { inBoth } from './display-now.tsx'
import type { ScreenView } from './screen-view.server.ts'

const mostQuestions = 4

/** Questions from the floor, the most wanted first, and the code by which more are asked. */
export function DisplayFloor({ view: { floor, questions } }: { view: ScreenView }) {
  return (
    <section
      className={questions.length > 0 ? 'display-floor' : 'display-floor display-floor-empty'}
      aria-labelledby="floor"
    >
      <h2 className="label" id="floor">
        {inBoth((to) => m['floor.title']({}, to))}
      </h2>
      {floor && (
        <div className="display-code">
          <QrCode modules={floor.modules} label={m['floor.desk.code']({ address: floor.address })} />
          <div>
            <p className="display-ask">{inBoth((to) => m['floor.screen.ask']({}, to))}</p>
            <p className="display-address" style={{ ['--signs' as string]: shortOf(floor.address).length }}>
              {shortOf(floor.address)}
            </p>
          </div>
        </div>
      )}
      {questions.length > 0 && (
        <ol className="display-questions">
          {questions.slice(0, mostQuestions).map((one) => (
            <li key={one.id}>
              <p lang={one.lang}>{one.text}</p>
              <span className="figures">{m['floor.votes']({ count: one.votes })}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

const shortOf = (address: string) => address.replace(/^https?:\/\//, '')
