// The official buckets as one SQL expression over the facts of an assignment and one given now.

/** SQL text of the bucket of `a` (kehoach.assignment) in plan `p`, with the placeholder of now. Timeliness is
 *  computed, never stored: submitted in time waits for confirmation and is not overdue, submitted late is. */
export function bucketSql(now: string): string {
  return `case
    when a.category = 'done' then
      case when a.due_at is null or a.done_at is null or a.done_at < a.due_at then 'done_on_time' else 'done_late' end
    when a.category = 'cancelled' or p.state = 'withdrawn' then 'withdrawn'
    when a.category = 'blocked' or p.state = 'suspended' then 'suspended'
    when a.done_at is not null and (a.due_at is null or a.done_at < a.due_at) then 'awaiting_confirmation'
    when a.due_at is null then 'no_due_date'
    when a.due_at <= ${now} then 'overdue'
    when a.soon_at <= ${now} then 'due_soon'
    else 'in_time'
  end`;
}
