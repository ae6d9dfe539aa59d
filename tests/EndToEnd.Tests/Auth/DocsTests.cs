namespace CleanApi.EndToEnd.Tests.Auth;

/// <summary>The page that shows the document and sends requests.</summary>
public sealed class DocsTests(Chromium chromium) : IClassFixture<Chromium>
{
    // Nobody else's, because this person signs out everywhere.
    private const string Somebody = "user41@acme.test";

    private const int Width = 390;

    [Fact]
    public async Task It_fits_a_phone_and_a_finger_whatever_is_open()
    {
        await using var visit = await PhoneAsync();
        await ShouldFitAsync(visit);
        foreach (var id in new[] { "Users-listUsers", "Users-createUser", "Authentication-login", "Health-getReadiness" })
        {
            var operation = await OpenAsync(visit, id);
            await operation.GetByRole(AriaRole.Button, new() { Name = "Try it out" }).ClickAsync();
            await Assertions.Expect(operation.GetByRole(AriaRole.Button, new() { Name = "Execute" })).ToBeVisibleAsync();
            await ShouldFitAsync(visit);
        }

        await ExecuteAsync(visit, "Health-getReadiness", 200, tryOut: false);
        await ShouldFitAsync(visit);
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await ShootAsync(visit, "Health-getReadiness", $"docs-phone-executed-{scheme.ToString().ToLowerInvariant()}");
        }
    }

    [Fact]
    public async Task It_carries_our_name_and_asks_for_a_token_and_no_cookie_which_only_the_browser_can_send()
    {
        await using var visit = await chromium.VisitAsync();
        await GoAsync(visit);

        await Assertions.Expect(visit.Page).ToHaveTitleAsync("API · CleanApi");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Banner)).ToContainTextAsync("CleanApi");
        (await visit.Page.Locator("link[rel=icon]").GetAttributeAsync("href")).Should().StartWith("/auth/assets/icon.svg");
        (await visit.Page.Locator(".topbar, img[alt*=Swagger]").CountAsync()).Should().Be(0);
        (await visit.Page.Locator("body").InnerTextAsync()).Should().NotContain("Swagger").And.NotContain("SMARTBEAR");
        await visit.ShootAsync("docs");

        await visit.Page.Locator(".auth-wrapper .authorize").ClickAsync();
        var dialog = visit.Page.Locator(".dialog-ux");
        await Assertions.Expect(dialog.Locator(".auth-container")).ToHaveCountAsync(1);
        await Assertions.Expect(dialog.Locator(".auth-container")).ToContainTextAsync("bearer");
    }

    [Fact]
    public async Task Whoever_signs_in_comes_back_and_sends_requests_as_themselves()
    {
        await using var visit = await chromium.VisitAsync();
        await GoAsync(visit);
        await OpenAsync(visit, "Users-listUsers");
        await Assertions.Expect(visit.Page).ToHaveURLAsync("/docs#/Users/listUsers");
        await ExecuteAsync(visit, "Users-listUsers", 401);

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await visit.FillAsync(("Email", Somebody), ("Password", ApiFixture.Password));
        await visit.PressAsync("Sign in");

        await Assertions.Expect(visit.Page).ToHaveURLAsync("/docs#/Users/listUsers");
        await Assertions.Expect(visit.Page.Locator($"header [href='/auth/signed-in'][title*='{Somebody}']")).ToBeVisibleAsync();
        await ExecuteAsync(visit, "Users-listUsers", 200);
        await ExecuteAsync(visit, "Me-updateMe", 200);
        await ShootAsync(visit, "Me-updateMe", "docs-signed-in");

        await ExecuteAsync(visit, "Authentication-logoutAll", 204);
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in", Exact = true })).ToBeVisibleAsync();
    }

    private static async Task GoAsync(Visit visit)
    {
        await visit.Page.GotoAsync("/docs");
        await Assertions.Expect(Operation(visit, "Users-listUsers")).ToBeVisibleAsync();
    }

    private static ILocator Operation(Visit visit, string id) => visit.Page.Locator($"#operations-{id}");

    private static async Task<ILocator> OpenAsync(Visit visit, string id)
    {
        var operation = Operation(visit, id);
        await operation.Locator(".opblock-summary-control").ClickAsync();
        await Assertions.Expect(operation.Locator(".opblock-body")).ToBeVisibleAsync();
        return operation;
    }

    private static async Task ExecuteAsync(Visit visit, string id, int status, bool tryOut = true)
    {
        var operation = Operation(visit, id);
        if (tryOut && await operation.Locator(".opblock-body").CountAsync() == 0)
        {
            await OpenAsync(visit, id);
        }

        if (tryOut)
        {
            await operation.GetByRole(AriaRole.Button, new() { Name = "Try it out" }).ClickAsync();
        }

        await operation.GetByRole(AriaRole.Button, new() { Name = "Execute" }).ClickAsync();
        await Assertions.Expect(operation.Locator(".live-responses-table tbody .response-col_status").First).ToContainTextAsync($"{status}");
    }

    // The whole page is some hundred screens long.
    private static Task<byte[]> ShootAsync(Visit visit, string id, string name) => Operation(visit, id).ScreenshotAsync(new() { Path = Screenshots.Path(name) });

    private static async Task ShouldFitAsync(Visit visit)
    {
        (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(Width, "nothing scrolls sideways");
        // A link in a text needs no more than its line (WCAG 2.2, success criterion 2.5.5), and that to an operation is in its button.
        (await visit.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('header a, button, select, input:not([type=checkbox])')].filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 44).map(e => e.outerHTML)"))
            .Should().BeEmpty("what a finger presses is large enough");
    }

    private async Task<Visit> PhoneAsync()
    {
        var visit = await chromium.VisitAsync(options =>
            (options.ViewportSize, options.IsMobile, options.HasTouch) = (new() { Width = Width, Height = 844 }, true, true));
        await GoAsync(visit);
        return visit;
    }
}
