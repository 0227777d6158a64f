/** Logs an error if a key or a click on a control leaves the focus on the body: the next key would go nowhere. */
{
  const CONTROLS = 'a[href], button, input, select, textarea, summary, label, [tabindex]';
  let action;
  let ticks = 0;

  const watch = type => addEventListener(type, ({ key = '', target }) => {
    const element = type === 'keydown' ? document.activeElement : target.closest?.(CONTROLS);
    action = element && element !== document.body ? `${type} ${key} on ${element.outerHTML.slice(0, 200)}` : undefined;
  }, { capture: true });

  watch('keydown');
  watch('click');
  setInterval(() => {
    ticks = action && document.activeElement === document.body ? ticks + 1 : 0;
    if (ticks < 3) return;
    console.error(`The focus is on the body after ${action}`);
    action = undefined;
  }, 50);
}
