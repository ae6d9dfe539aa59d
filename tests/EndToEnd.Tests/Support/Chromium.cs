namespace CleanApi.EndToEnd.Tests.Support;

/// <summary>The browser that is on the machine, one for all tests, and a program of the test class's own that it visits.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly Lazy<Task<IBrowser>> Launched = new(LaunchAsync);

    /// <summary>The program.</summary>
    public Site Site { get; } = new();

    /// <summary>The browser.</summary>
    public IBrowser Browser { get; private set; } = null!;

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        await Site.InitializeAsync();
        Browser = await Launched.Value;
    }

    /// <inheritdoc />
    public Task DisposeAsync() => Site.DisposeAsync();

    /// <summary>Somebody new comes along: no cookies, nothing cached.</summary>
    public async Task<Visit> VisitAsync(Action<BrowserNewContextOptions>? change = null)
    {
        var options = new BrowserNewContextOptions { BaseURL = Site.Address.ToString(), Locale = "en-GB" };
        change?.Invoke(options);
        return await Visit.BeginAsync(await Browser.NewContextAsync(options));
    }

    private static async Task<IBrowser> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        // As long as a page has for what it does: the machine is busy with other tests.
        Assertions.SetDefaultExpectTimeout(Visit.Patience);
        // The browser ends with Playwright's own process, and that with this one.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => playwright.Dispose();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }
}
