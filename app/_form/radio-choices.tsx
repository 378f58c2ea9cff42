type Props<Value extends string> = {
  legend: string
  name: string
  choices: readonly Value[]
  chosen: Value
  sayChoice: (choice: Value) => string
}

/** One of several, in a form that is read when it is sent. */
export function RadioChoices<Value extends string>({
  legend,
  name,
  choices,
  chosen,
  sayChoice,
}: Props<Value>) {
  return (
    <fieldset className="kinds">
      <legend className="label">{legend}</legend>
      {choices.map((choice) => (
        <label key={choice} className="radio">
          <input type="radio" name={name} value={choice} defaultChecked={choice === chosen} />
          <span>{sayChoice(choice)}</span>
        </label>
      ))}
    </fieldset>
  )
}
