namespace CleanApi.EndToEnd.Tests.Support;

/// <summary>One person's visit. At its end, nothing may have broken the content policy or failed in a script.</summary>
public sealed class Visit : IAsyncDisposable
{
    // In the page, before its own scripts: violations are told to nobody else.
    private const string Watch =
        "document.addEventListener('securitypolicyviolation', event => "
        + "console.error(`CSP: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));";

    /// <summary>How long it waits for what a page does, in milliseconds.</summary>
    public const float Patience = 15_000;

    private readonly IBrowserContext context;
    private readonly List<string> faults = [];

    private Visit(IBrowserContext context, IPage page) => (this.context, Page) = (context, page);

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Begins.</summary>
    public static async Task<Visit> BeginAsync(IBrowserContext context)
    {
        context.SetDefaultTimeout(Patience);
        await context.AddInitScriptAsync(Watch);
        var visit = new Visit(context, await context.NewPageAsync());
        visit.Page.PageError += (_, error) => visit.faults.Add(error);
        visit.Page.Console += (_, message) =>
        {
            // That an answer's status was 401 or 422 is not a fault of the page.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                visit.faults.Add(message.Text);
            }
        };
        return visit;
    }

    /// <summary>The visit's cookies by name.</summary>
    public async Task<IReadOnlyDictionary<string, BrowserContextCookiesResult>> CookiesAsync() =>
        (await context.CookiesAsync()).ToDictionary(cookie => cookie.Name, StringComparer.Ordinal);

    /// <summary>Chromium's own tools for this page.</summary>
    public Task<ICDPSession> ToolsAsync() => context.NewCDPSessionAsync(Page);

    /// <summary>Fills in fields by their labels.</summary>
    public async Task FillAsync(params (string Label, string Value)[] fields)
    {
        foreach (var (label, value) in fields)
        {
            await Page.GetByLabel(label, new() { Exact = true }).FillAsync(value);
        }
    }

    /// <summary>Presses a button.</summary>
    public Task PressAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Waits until the page has this heading.</summary>
    public Task SeesAsync(string heading) =>
        Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(heading);

    /// <summary>Waits until this is announced: as an alert, or as a status.</summary>
    public Task HearsAsync(AriaRole role, string text) => Assertions.Expect(Page.GetByRole(role)).ToContainTextAsync(text);

    /// <summary>Signs in with a password.</summary>
    public async Task SignInAsync(string email, string password = ApiFixture.Password)
    {
        await Page.GotoAsync("/auth/signin");
        await FillAsync(("Email", email), ("Password", password));
        await PressAsync("Sign in");
    }

    /// <summary>Keeps a picture of the page for people to look at.</summary>
    public Task ShootAsync(string name) => Page.ScreenshotAsync(new() { Path = Screenshots.Path(name), FullPage = true });

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        faults.Should().BeEmpty();
    }
}
