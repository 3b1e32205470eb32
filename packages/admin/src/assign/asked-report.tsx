// Asking several agencies for figures once: from whom, and which.

import { targetsWords } from "@kehoach/engine/words";
import type { AgencyName } from "@kehoach/server/contract";
import { useLanguage } from "../language/language.tsx";
import { Button } from "../parts/button.tsx";
import { inputClass } from "../parts/field.tsx";
import { Icon } from "../status/icon.tsx";
import { figureKinds, type TypedAsk, type TypedFigure } from "./assign-form.ts";
import styles from "./assign-page.module.css";

interface Props {
  agencies: readonly AgencyName[];
  ask: TypedAsk;
  onChange: (ask: TypedAsk) => void;
  /** What keeps it from being sent, once it was tried. */
  faults: ReadonlySet<string>;
}

const mostFigures = 100;

export function AskedReport({ agencies, ask, onChange, faults }: Props) {
  const { words: admin, language } = useLanguage();
  const words = targetsWords[language].ask;
  const all = ask.leads.length === agencies.length;
  const setFigure = (place: number, figure: TypedFigure) =>
    onChange({ ...ask, figures: ask.figures.with(place, figure) });
  return (
    <>
      <fieldset className={styles.group} aria-describedby={faults.has("leads") ? "ask-leads" : undefined}>
        <legend>{words.from(ask.leads.length)}</legend>
        <label className={styles.other}>
          <input
            type="checkbox"
            checked={all}
            onChange={() => onChange({ ...ask, leads: all ? [] : agencies.map(({ id }) => id) })}
          />
          <strong>{words.everybody}</strong>
        </label>
        <div className={styles.others}>
          {agencies.map(({ id, name }) => (
            <label key={id} className={styles.other}>
              <input
                type="checkbox"
                checked={ask.leads.includes(id)}
                onChange={(event) =>
                  onChange({
                    ...ask,
                    leads: event.target.checked
                      ? [...ask.leads, id]
                      : ask.leads.filter((other) => other !== id),
                  })
                }
              />
              {name}
            </label>
          ))}
        </div>
        {faults.has("leads") && (
          <p id="ask-leads" className={styles.fault} role="alert">
            <Icon name="mark" />
            {words.nobody}
          </p>
        )}
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{words.figures}</legend>
        <ol className={styles.figures}>
          {ask.figures.map((figure, place) => (
            <li key={place} className={styles.figure}>
              <input
                className={inputClass}
                aria-label={words.title(place + 1)}
                aria-invalid={faults.has("figures") && figure.title.trim() === ""}
                placeholder={words.titleHint}
                value={figure.title}
                onChange={(event) => setFigure(place, { ...figure, title: event.target.value })}
              />
              <input
                className={inputClass}
                aria-label={words.unit(place + 1)}
                placeholder={words.unitHint}
                value={figure.unit}
                onChange={(event) => setFigure(place, { ...figure, unit: event.target.value })}
              />
              <select
                className={inputClass}
                aria-label={words.kind(place + 1)}
                value={figure.kind}
                onChange={(event) =>
                  setFigure(place, { ...figure, kind: event.target.value as TypedFigure["kind"] })
                }
              >
                {figureKinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {words.kinds[kind]}
                  </option>
                ))}
              </select>
              <Button
                aria-label={words.remove(place + 1)}
                disabled={ask.figures.length === 1}
                onClick={() => onChange({ ...ask, figures: ask.figures.toSpliced(place, 1) })}
              >
                <Icon name="close" />
              </Button>
            </li>
          ))}
        </ol>
        {faults.has("figures") && (
          <p className={styles.fault} role="alert">
            <Icon name="mark" />
            {admin.dialogue.missing}
          </p>
        )}
        <Button
          disabled={ask.figures.length >= mostFigures}
          onClick={() =>
            onChange({ ...ask, figures: [...ask.figures, { title: "", unit: "", kind: "count" }] })
          }
        >
          {words.add}
        </Button>
      </fieldset>
    </>
  );
}
