// CPU time and memory of processes, from /proc. Elsewhere than on Linux there are none: null.
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const TICK_MS = 10;
export const hasProc = existsSync('/proc/self/schedstat');

/** Nanosecond-exact time on a CPU of all threads, in ms; /proc/<pid>/stat rounds each process to 10 ms. */
function ownCpuMs(pid) {
  let total = 0;
  for (const task of readdirSync(`/proc/${pid}/task`)) {
    try {
      total += Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
    } catch {
      // The thread ended meanwhile.
    }
  }
  return total;
}

/** The fields after the command, which may itself contain blanks and brackets: [state, ppid, …]. */
function statFields(pid) {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function childrenOf(parent) {
  const isChild = (pid) => {
    try {
      return Number(statFields(pid)[1]) === parent;
    } catch {
      return false;
    }
  };
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isChild(name));
}

/** User and system time of ended children that the process has waited for, in ms. */
function endedChildrenMs(pid) {
  const fields = statFields(pid);
  return (Number(fields[13]) + Number(fields[14])) * TICK_MS;
}

/**
 * CPU time so far of the server process and of every PostgreSQL process of the cluster, ended backends included, in ms.
 * Differences of two readings are meant.
 */
export function cpuMs(serverPid, postmasterPid) {
  if (!hasProc) return null;
  const running = childrenOf(postmasterPid).map((pid) => {
    try {
      return ownCpuMs(pid);
    } catch {
      return 0;
    }
  });
  const cluster = running.reduce((sum, ms) => sum + ms, ownCpuMs(postmasterPid) + endedChildrenMs(postmasterPid));
  return cluster + (serverPid === null ? 0 : ownCpuMs(serverPid));
}

/** The most memory the process has had so far, in MB (2^20 bytes). */
export function peakMemoryMb(pid) {
  if (!hasProc) return null;
  const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}

/**
 * CPU time of a fixed piece of work in this process, in ms: how fast this machine is just now. The fastest of some tries,
 * after the compiler has seen it.
 */
export function referenceCpuMs() {
  const tries = Array.from({ length: 6 }, () => {
    const before = process.cpuUsage();
    const text = JSON.stringify({ name: 'Nguyễn Thị Hồng Thắm', office: 'Chủ tịch', sessions: [1, 2, 3] });
    for (let n = 0; n < 20_000; n += 1) JSON.stringify(JSON.parse(text));
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...tries);
}
