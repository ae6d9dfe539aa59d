namespace CleanApi.EndToEnd.Tests.Support;

/// <summary>The browser that is on the machine, and the program that it visits: one of each for a test class, so that classes run beside one another.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright playwright = null!;

    /// <summary>The program.</summary>
    public Site Site { get; } = new();

    /// <summary>The browser.</summary>
    public IBrowser Browser { get; private set; } = null!;

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        await Site.InitializeAsync();
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
        await Site.DisposeAsync();
    }

    /// <summary>Somebody new comes along: no cookies, nothing cached.</summary>
    public async Task<Visit> VisitAsync(Action<BrowserNewContextOptions>? change = null)
    {
        var options = new BrowserNewContextOptions { BaseURL = Site.Address.ToString(), Locale = "en-GB" };
        change?.Invoke(options);
        return await Visit.BeginAsync(await Browser.NewContextAsync(options));
    }
}
