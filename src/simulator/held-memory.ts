import { getHeapStatistics } from 'node:v8';

/** Bytes that this thread holds now: objects, used or not yet collected, and arrays of numbers. */
export function heldMemory(): number {
  const { used_heap_size, external_memory } = getHeapStatistics();
  return used_heap_size + external_memory;
}

/** Bytes at which the engine would end this thread. */
export function memoryLimit(): number {
  return getHeapStatistics().heap_size_limit;
}
