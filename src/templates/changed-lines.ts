/**
 * The lines of a text that another one does not have at that place, counted from 0: the last change, to be marked.
 *
 * @example changedLines('a\nb\nc', 'a\nx\nc') // [1]
 */
export function changedLines(before: string, after: string): number[] {
  if (before === after || before === '') return [];
  const old = before.split('\n');
  const now = after.split('\n');
  let start = 0;
  while (start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (
    end < now.length - start &&
    end < old.length - start &&
    old[old.length - 1 - end] === now[now.length - 1 - end]
  )
    end++;
  // Between the two, a line that was there before, wherever it stood, is not new.
  const left = new Map<string, number>();
  for (const line of old.slice(start, old.length - end)) left.set(line, (left.get(line) ?? 0) + 1);
  return now.slice(start, now.length - end).flatMap((line, index) => {
    const count = left.get(line) ?? 0;
    if (count > 0) left.set(line, count - 1);
    return count > 0 || line.trim() === '' ? [] : [start + index];
  });
}
