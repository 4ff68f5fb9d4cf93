import { useEffect, useState } from 'react';
import { deviceNow } from '../offline/device.js';

/** The time, by the corrected clock of the device, in ms; renewed every so often while the screen is open. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(deviceNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(deviceNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
