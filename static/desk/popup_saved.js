// What a popup's form has just sent is saved: the browser need not keep it. Runs before Django's script closes the popup.
try {
  localStorage.removeItem(sessionStorage.getItem("desk-sent"));
} catch { /* nothing is kept where nothing may be */ }
