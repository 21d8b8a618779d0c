// A new row has an identity from the moment it is begun: a form that is sent twice adds it once.
document.addEventListener("formset:added", ({ target }) => {
  const identity = target.querySelector('input[type="hidden"][name$="-begun"]');
  if (identity) identity.value = [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join("");
});
