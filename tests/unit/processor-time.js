/**
 * How long the processor is busy with some work: the time that passes depends on what else the machine does.
 * @param {() => void} work
 * @returns {number} milliseconds
 */
export function processorTime(work) {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
