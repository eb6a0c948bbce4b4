// The address as it stands when the button is pressed, with the data version; where copying is not allowed, it is shown to
// copy by hand.
export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button");
  const field = parentElement.querySelector("input");
  const status = parentElement.querySelector("p");
  button.textContent = data.label;
  button.hidden = false; // a button without its words is none
  field.setAttribute("aria-label", data.by_hand);
  button.onclick = async () => {
    const url = new URL(window.location.href);
    url.searchParams.set("v", data.version);
    const address = url.href;
    try {
      await navigator.clipboard.writeText(address);
      field.hidden = true;
      status.textContent = data.done;
    } catch {
      field.hidden = false;
      field.value = address;
      field.select();
      status.textContent = data.by_hand;
    }
  };
}
