// The filters of the list, all of them on phones too; every change goes to the address.

import type { PlanBody } from "@kehoach/server/contract";
import { useEffect, useState } from "react";
import { useLanguage } from "../language/language.tsx";
import { Button } from "../parts/button.tsx";
import { inputClass } from "../parts/field.tsx";
import { bucketOrder } from "../status/looks.ts";
import styles from "./list-page.module.css";
import { type ListSearch, readListSearch } from "./list-search.ts";

interface Props {
  plan: PlanBody;
  search: ListSearch;
  onChange: (search: ListSearch) => void;
}

export function ListFilters({ plan, search, onChange }: Props) {
  const { words } = useLanguage();
  const set = (key: keyof ListSearch, value: string) => onChange(readListSearch({ ...search, [key]: value }));
  const agencies = plan.agencies.toSorted((a, b) => a.agency.name.localeCompare(b.agency.name, "vi"));
  const anything = Object.keys(search).length > 0;
  return (
    <search className={styles.filters} aria-label={words.list.filters}>
      <SearchText value={search.text ?? ""} onChange={(text) => set("text", text)} />
      <Choice
        label={words.list.bucket}
        any={words.list.anyBucket}
        value={search.bucket}
        options={bucketOrder.map((bucket) => [bucket, words.buckets[bucket]])}
        onChange={(value) => set("bucket", value)}
      />
      <Choice
        label={words.list.agency}
        any={words.list.anyAgency}
        value={search.agency}
        options={agencies.map(({ agency }) => [agency.id, agency.name])}
        onChange={(value) => set("agency", value)}
      />
      <Choice
        label={words.list.objective}
        any={words.list.anyObjective}
        value={search.objective}
        options={plan.objectives.map((objective) => [objective.id, objective.title])}
        onChange={(value) => set("objective", value)}
      />
      <Choice
        label={words.list.role}
        any={words.list.anyRole}
        value={search.role}
        options={[
          ["lead", words.list.lead],
          ["coordinator", words.list.coordinator],
        ]}
        onChange={(value) => set("role", value)}
      />
      <Choice
        label={words.list.party}
        any={words.list.anyParty}
        value={search.party}
        options={[
          ["assigned", words.list.assigned],
          ["requested", words.list.requested],
        ]}
        onChange={(value) => set("party", value)}
      />
      <Button onClick={() => onChange({})} disabled={!anything}>
        {words.list.clear}
      </Button>
    </search>
  );
}

interface ChoiceProps {
  label: string;
  /** Name of the choice that filters nothing. */
  any: string;
  value: string | undefined;
  options: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
}

function Choice({ label, any, value, options, onChange }: ChoiceProps) {
  return (
    <label className={styles.filter}>
      <span>{label}</span>
      <select className={inputClass} value={value ?? ""} onChange={(event) => onChange(event.target.value)}>
        <option value="">{any}</option>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Waits for a pause in typing; Telex and VNI compose a letter from several keys. */
function SearchText({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { words } = useLanguage();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => onChange(text), 350);
    return () => clearTimeout(timer);
  });
  return (
    <label className={styles.filter}>
      <span>{words.list.text}</span>
      <input
        type="search"
        className={inputClass}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </label>
  );
}
