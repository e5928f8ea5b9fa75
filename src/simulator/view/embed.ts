/**
 * The instrument alone, in a frame: tells the page around it how high it is, so that the frame can be made to fit.
 * `{ type: "kb-simulator-height", id, height }`, in CSS pixels. It stores nothing and listens to nothing.
 */
export function tellHeight(host: HTMLElement): void {
  if (parent === window) return;
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    parent.postMessage({ type: "kb-simulator-height", id: host.dataset["id"], height }, "*");
  };
  new ResizeObserver(tell).observe(document.body);
  tell();
}
