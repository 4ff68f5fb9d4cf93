// The figures as one JSON document and as a table for people.

/** One result with every field, null where it has no meaning. */
export function result(fields) {
  const empty = { value: null, p50: null, p95: null, p99: null, ceiling: null, ratio: null, cpuMsPerOp: null };
  const rounded = Object.entries({ ...empty, aim: null, aimOn: null, lowerIsBetter: false, ...fields }).map(
    ([key, value]) => [key, typeof value === 'number' ? Number(value.toPrecision(4)) : value],
  );
  const { name, unit, ...rest } = Object.fromEntries(rounded);
  return { name, unit, ...rest };
}

/** The results of a workload: its throughput, and its CPU when there is an aim for that. */
export function workloadResults({ name, unit, aims }, figures) {
  const throughput = result({ name, unit, ...figures, aim: aims.ratio ?? null, aimOn: aims.ratio ? 'ratio' : null });
  if (aims.cpu === undefined) return [throughput];
  const { cpuMsPerOp } = figures;
  const about = { name: `${name} CPU`, unit: `ms/${unit.replace(/s\/s$/, '')}`, value: cpuMsPerOp, cpuMsPerOp };
  return [throughput, result({ ...about, aim: aims.cpu, aimOn: 'cpuMsPerOp', lowerIsBetter: true })];
}

function verdict({ aim, aimOn, lowerIsBetter, ...figures }) {
  const actual = aimOn === null ? null : figures[aimOn];
  if (actual === null) return '';
  const met = lowerIsBetter ? actual <= aim : actual >= aim;
  return `${aimOn} ${lowerIsBetter ? '≤' : '≥'} ${aim} ${met ? '✓' : '✗'}`;
}

const shown = (value) => (value === null ? '' : String(value));

export function table(results) {
  const header = ['figure', 'value', 'unit', 'p50 ms', 'p95 ms', 'p99 ms', 'ceiling', 'ratio', 'CPU ms', 'aim'];
  const rows = results.map((each) => [
    each.name,
    ...[shown(each.value), each.unit],
    ...[each.p50, each.p95, each.p99, each.ceiling, each.ratio, each.cpuMsPerOp].map(shown),
    verdict(each),
  ]);
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => [...row[column]].length)));
  const isText = (column) => column === 0 || column === 2 || column === header.length - 1;
  const line = (row) =>
    row
      .map((cell, column) => (isText(column) ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
      .join('  ');
  return [line(header), widths.map((width) => '─'.repeat(width)).join('──'), ...rows.map(line)].join('\n');
}
