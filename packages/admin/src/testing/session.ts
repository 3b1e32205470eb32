// One visitor's browser session: a page, what went wrong on it, and the steps a visitor takes.

import type { Browser, BrowserContext, Page } from "playwright-core";

export interface SessionOptions {
  /** Pixels; default 1280. */
  width?: number;
  dark?: boolean;
}

export class Session implements AsyncDisposable {
  readonly page: Page;
  /** Console errors, exceptions and requests that left the machine. */
  readonly faults: string[] = [];
  readonly #context: BrowserContext;
  readonly #address: string;

  private constructor(context: BrowserContext, page: Page, address: string) {
    this.#context = context;
    this.page = page;
    this.#address = address;
    // A machine that runs other tests beside this one is slow, not broken.
    page.setDefaultTimeout(60_000);
    page.on("console", (message) => {
      if (message.type() === "error") this.faults.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => this.faults.push(`exception: ${error.message}`));
    page.on("request", (request) => {
      if (new URL(request.url()).origin !== new URL(address).origin) {
        this.faults.push(`left the machine: ${request.url()}`);
      }
    });
  }

  /** `address`: where the server answers, without a trailing slash. */
  static async open(browser: Browser, address: string, options: SessionOptions = {}): Promise<Session> {
    const { width = 1280, dark = false } = options;
    const context = await browser.newContext({
      viewport: { width, height: width < 600 ? 844 : 900 },
      locale: "vi-VN",
      timezoneId: "Asia/Ho_Chi_Minh",
      colorScheme: dark ? "dark" : "light",
      reducedMotion: "reduce",
      isMobile: width < 600,
      hasTouch: width < 600,
    });
    return new Session(context, await context.newPage(), address);
  }

  /** `path` begins with a slash. Waits until everything the page asked for is there. */
  async go(path: string): Promise<void> {
    await this.page.goto(`${this.#address}${path}`);
    await this.settle();
  }

  /** Waits until no part of the page is loading. */
  async settle(): Promise<void> {
    await this.page.waitForSelector("main h1");
    await this.page.waitForFunction(() => document.querySelector("[data-loading]") === null);
  }

  /** Answers the JSON of an API path, as the page itself would be answered. */
  async read<Answer>(path: string): Promise<Answer> {
    return this.page.evaluate(
      async (to) => (await fetch(to)).json(),
      `${this.#address}/api/${path}`,
    ) as Promise<Answer>;
  }

  async actAs(identity: string): Promise<void> {
    await this.page.locator("header button[aria-haspopup=dialog]").click();
    await this.page.locator(`[data-identity="${identity}"]`).click();
    await this.page.locator("dialog").waitFor({ state: "detached" });
    await this.settle();
  }

  /** Opens a command's dialogue. */
  async ask(command: string): Promise<void> {
    await this.page.locator(`[data-command="${command}"]`).click();
    await this.page.locator('[data-dialogue="confirm"]').waitFor();
  }

  /** Confirms the open dialogue and waits for how it ends: "done", "refused", "conflict" or "unknown". */
  async confirm(): Promise<string> {
    await this.page.locator("[data-confirm]").click();
    const ended = this.page.locator(
      '[data-dialogue]:not([data-dialogue="confirm"]):not([data-dialogue="sending"])',
    );
    await ended.waitFor();
    return (await ended.getAttribute("data-dialogue")) ?? "";
  }

  async closeDialogue(): Promise<void> {
    await this.page.keyboard.press("Escape");
    await this.page.locator("dialog").waitFor({ state: "detached" });
  }

  /** Waits until the page of an assignment shows this state. */
  async showsStage(stage: string): Promise<void> {
    await this.page.locator(`[data-stage="${stage}"]`).waitFor();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#context.close();
  }
}
