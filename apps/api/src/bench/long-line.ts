/** How many steps the line has. */
export const STEPS = 30;

/** A line of thirty steps that the same person holds. */
export const longLine = ((): string => {
  const ids = Array.from({ length: STEPS }, (_, index) => `step_${index + 1}`);
  const all = ['start', ...ids, 'end'];
  const flows = ids.concat('end').map((target, index) => {
    const source = all[index] ?? '';
    return `<sequenceFlow id="${source}_${target}" sourceRef="${source}" targetRef="${target}"/>`;
  });
  const task = (id: string): string =>
    `<userTask id="${id}" name="${id}"><extensionElements><assignment:assignment kind="starter"/></extensionElements></userTask>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions id="bench_line" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:assignment="urn:fashen:assignment:1.0" targetNamespace="urn:fashen:bench">
<process id="bench-line" name="thirty steps" isExecutable="true"><startEvent id="start" name="start"/><endEvent id="end" name="end"/>${ids.map(task).join('')}${flows.join('')}</process></definitions>`;
})();
