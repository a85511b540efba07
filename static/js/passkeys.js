// Passkeys: the browser asks the device, the form carries what it says. Without this module the forms stay hidden or
// say that another way is needed.

const canUse = Boolean(window.PublicKeyCredential && navigator.credentials);
const isNumbers = /^(\d+\.){3}\d+$|^\[/.test(window.location.hostname);

// A passkey belongs to a name: browsers refuse it at an address in numbers, and do not say why.
function needsName(form) {
  const address = new URL(window.location.origin);
  address.hostname = "localhost";
  return form.dataset.needsName.replace("{address}", address.origin);
}

function toBytes(text) {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (character) => character.charCodeAt(0));
}

function toText(buffer) {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function withBytes(descriptors) {
  return descriptors?.map((each) => ({ ...each, id: toBytes(each.id) }));
}

async function create({ publicKey }) {
  const credential = await navigator.credentials.create({
    publicKey: {
      ...publicKey,
      challenge: toBytes(publicKey.challenge),
      user: { ...publicKey.user, id: toBytes(publicKey.user.id) },
      excludeCredentials: withBytes(publicKey.excludeCredentials),
      authenticatorSelection: {
        ...publicKey.authenticatorSelection,
        residentKey: "required",
        requireResidentKey: true,
        userVerification: "required",
      },
    },
  });
  return {
    ...head(credential),
    response: {
      clientDataJSON: toText(credential.response.clientDataJSON),
      attestationObject: toText(credential.response.attestationObject),
      transports: credential.response.getTransports?.() ?? [],
    },
  };
}

async function use({ publicKey }) {
  const credential = await navigator.credentials.get({
    publicKey: {
      ...publicKey,
      challenge: toBytes(publicKey.challenge),
      allowCredentials: withBytes(publicKey.allowCredentials),
    },
  });
  const { clientDataJSON, authenticatorData, signature, userHandle } = credential.response;
  return {
    ...head(credential),
    response: {
      clientDataJSON: toText(clientDataJSON),
      authenticatorData: toText(authenticatorData),
      signature: toText(signature),
      userHandle: userHandle ? toText(userHandle) : null,
    },
  };
}

function head(credential) {
  return {
    type: credential.type,
    id: credential.id,
    rawId: toText(credential.rawId),
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}

function given() {
  return JSON.parse(document.getElementById("passkey-data").textContent);
}

async function asked(form) {
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()).request_options;
}

const ways = {
  add: async () => create(given().creation_options),
  use: async () => use(given().request_options),
  "sign-in": async (form) => use(await asked(form)),
};

for (const words of document.querySelectorAll("[data-without-passkeys]")) words.hidden = canUse;

for (const form of document.querySelectorAll("[data-passkey]")) {
  if (!canUse) continue;
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const status = form.querySelector("[role=status]");
    status.textContent = isNumbers ? needsName(form) : "";
    if (isNumbers) return;
    try {
      form.elements.credential.value = JSON.stringify(await ways[form.dataset.passkey](form));
    } catch {
      status.textContent = form.dataset.failed;
      return;
    }
    form.submit();
  });
}
