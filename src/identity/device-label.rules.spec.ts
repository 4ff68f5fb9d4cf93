import { describe, expect, it } from '@jest/globals';
import { deviceLabel } from './device-label.rules.js';

const ANDROID =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Mobile Safari/537.36';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';
const EDGE =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36 Edg/128.0.0.0';

describe('the label of a device', () => {
  it('names browser and system in the reader’s language', () => {
    expect(deviceLabel(ANDROID, 'vi')).toBe('Chrome trên Android');
    expect(deviceLabel(ANDROID, 'en')).toBe('Chrome on Android');
    expect(deviceLabel(IPHONE, 'vi')).toBe('Safari trên iPhone');
    expect(deviceLabel(EDGE, 'en')).toBe('Edge on Windows');
    expect(deviceLabel(`${ANDROID} Zalo android/12090616`, 'vi')).toBe('Zalo trên Android');
  });

  it('says what it knows, and repeats nothing that it does not', () => {
    expect(deviceLabel('Dalvik (Linux; Android 12)', 'vi')).toBe('Android');
    expect(deviceLabel(null, 'vi')).toBe('Thiết bị không rõ');
    expect(deviceLabel('<script>alert(1)</script>', 'en')).toBe('Unknown device');
  });
});
