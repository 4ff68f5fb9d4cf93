/** The order of a draft: modules, each with its lessons. */
export interface OrderedModule {
  slug: string;
  lessons: string[];
}

/** The same order with one lesson taken to another place; over a module itself it becomes its last. */
export function lessonMoved(modules: OrderedModule[], slug: string, over: string): OrderedModule[] {
  if (slug === over) return modules;
  const from = modules.findIndex(({ lessons }) => lessons.includes(slug));
  const to = modules.findIndex((module) => module.slug === over || module.lessons.includes(over));
  const [source, target] = [modules[from], modules[to]];
  if (!source || !target) return modules;
  const isModule = target.slug === over && !target.lessons.includes(over);
  const at = isModule ? target.lessons.length : target.lessons.indexOf(over);
  return modules.map((module, index) => {
    const rest = module.lessons.filter((lesson) => lesson !== slug);
    return index === to ? { ...module, lessons: rest.toSpliced(at, 0, slug) } : { ...module, lessons: rest };
  });
}

/** One place up or down; at the end of a module into the next one. Null when there is no such place. */
export function lessonStepped(modules: OrderedModule[], slug: string, step: -1 | 1): OrderedModule[] | null {
  const from = modules.findIndex(({ lessons }) => lessons.includes(slug));
  const module = modules[from];
  if (!module) return null;
  const beside = module.lessons[module.lessons.indexOf(slug) + step];
  if (beside !== undefined) return lessonMoved(modules, slug, beside);
  const next = modules[from + step];
  if (!next) return null;
  return modules.map((one, index) => {
    if (index === from) return { ...one, lessons: one.lessons.filter((lesson) => lesson !== slug) };
    if (index !== from + step) return one;
    return { ...one, lessons: step === 1 ? [slug, ...one.lessons] : [...one.lessons, slug] };
  });
}

/** One place up or down; null when there is no such place. */
export function moduleStepped(modules: OrderedModule[], slug: string, step: -1 | 1): OrderedModule[] | null {
  const at = modules.findIndex((module) => module.slug === slug);
  const [module, beside] = [modules[at], modules[at + step]];
  if (!module || !beside) return null;
  return modules.toSpliced(at, 1).toSpliced(at + step, 0, module);
}
