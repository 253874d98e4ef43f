/** The scales of the map, from the whole to close up. */
const scales = [0.25, 0.35, 0.5, 0.7, 1, 1.4, 2];

/** Lights the answers that the address holds, and the lines between them: in the picture, and in the list below it. */
function light(svg: SVGElement): void {
  const entries = [...new URLSearchParams(location.hash.slice(1))].filter(([name]) => name !== 'v');
  const given = new Map(entries);
  const here = given.get('at');
  const next = new Map(entries.map(([question], index) => [question, entries[index + 1]?.[0]]));
  for (const element of document.querySelectorAll<HTMLElement | SVGElement>('[data-of], [data-from]')) {
    const { of, from, answer, to } = element.dataset;
    const follows = next.get(from ?? '') === 'at' ? here : next.get(from ?? '');
    element.classList.toggle('lit', given.get(of ?? from ?? '') === answer && (to === undefined || to === follows));
  }
  for (const box of svg.querySelectorAll<SVGElement>('[data-question]')) {
    const { question = '' } = box.dataset;
    box.classList.toggle('lit', given.has(question) || question === here);
  }
  for (const back of document.querySelectorAll<HTMLAnchorElement>('a[data-back]'))
    back.href = `/troubleshoot/${entries.length > 0 ? location.hash : ''}`;
}

/** Lets the map be zoomed by buttons and keys and its boxes be clicked, and lights the way taken. */
export function treeMap(): void {
  const frame = document.querySelector<HTMLElement>('.tree-frame');
  const svg = frame?.querySelector<SVGSVGElement>('.tree-map');
  const tools = document.querySelector<HTMLElement>('.tree-tools');
  if (!frame || !svg || !tools) return;
  const natural = svg.viewBox.baseVal;
  let scale = 1;
  const zoom = (next: number): void => {
    const middle = (frame.scrollLeft + frame.clientWidth / 2) / scale;
    const centre = (frame.scrollTop + frame.clientHeight / 2) / scale;
    scale = next;
    svg.setAttribute('width', `${natural.width * scale}`);
    svg.setAttribute('height', `${natural.height * scale}`);
    frame.scrollTo(middle * scale - frame.clientWidth / 2, centre * scale - frame.clientHeight / 2);
  };
  const actions: Readonly<Record<string, () => void>> = {
    in: () => zoom(scales.find((one) => one > scale) ?? scale),
    out: () => zoom(scales.findLast((one) => one < scale) ?? scale),
    whole: () => zoom(Math.min((frame.clientWidth - 20) / natural.width, 1)),
  };
  tools.hidden = false;
  tools.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLElement) actions[target.dataset.zoom ?? '']?.();
  });
  const keys: Readonly<Record<string, string>> = { '+': 'in', '=': 'in', '-': 'out', '0': 'whole' };
  frame.addEventListener('keydown', (event) => {
    const action = keys[event.key];
    if (!action || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    actions[action]?.();
  });
  // A short cut for the mouse: the list below has the same links.
  svg.addEventListener('click', ({ target }) => {
    const box = target instanceof Element && target.closest<SVGElement>('[data-question]');
    if (box) location.assign(`/troubleshoot/${box.dataset.question}/`);
  });
  for (const box of svg.querySelectorAll('[data-question]')) box.classList.add('alive');
  const follow = (): void => {
    light(svg);
    const lit = svg.querySelectorAll('[data-question].lit');
    const box = lit[lit.length - 1]?.getBoundingClientRect();
    const view = frame.getBoundingClientRect();
    // Only the frame moves; the page stays where the reader is.
    if (box) frame.scrollBy(box.left - view.left - (view.width - box.width) / 2, box.top - view.top - 20);
  };
  follow();
  addEventListener('hashchange', follow);
}
