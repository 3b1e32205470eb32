// The server's version, as it is shown; a test holds it equal to package.json.

export const serverVersion = "0.1.0";
