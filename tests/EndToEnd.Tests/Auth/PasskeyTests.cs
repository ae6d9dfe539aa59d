namespace CleanApi.EndToEnd.Tests.Auth;

/// <summary>With the authenticator that Chromium makes up for tests: WebAuthn as browsers really speak it.</summary>
[Collection(BrowserTests.Name)]
public sealed class PasskeyTests(Chromium chromium)
{
    [Fact]
    public async Task A_passkey_is_added_and_signs_in_without_a_password()
    {
        await using var visit = await chromium.VisitAsync();
        await AuthenticatorAsync(visit);
        await AddAsync(visit, "user04@acme.test");
        await visit.ShootAsync("passkey-added");
        await visit.PressAsync("Sign out");
        await visit.HearsAsync(AriaRole.Status, "You are signed out.");

        await visit.Page.GotoAsync("/auth/signin?returnUrl=/docs/errors");
        await visit.PressAsync("Sign in with a passkey");

        await visit.SeesAsync("Errors");
        (await visit.CookiesAsync()).Should().ContainKey("access_token");
    }

    [Fact]
    public async Task A_passkey_is_a_second_factor()
    {
        await using var visit = await chromium.VisitAsync();
        await AuthenticatorAsync(visit);
        await AddAsync(visit, "user05@acme.test");
        await visit.PressAsync("Sign out");

        await visit.FillAsync(("Email", "user05@acme.test"), ("Password", ApiFixture.Password));
        await visit.PressAsync("Sign in");
        await visit.SeesAsync("Confirm that it is you");
        await visit.ShootAsync("second-factor-passkey");
        await visit.PressAsync("Use a passkey");

        await visit.SeesAsync("You are signed in");
    }

    [Fact]
    public async Task Who_signed_in_long_ago_proves_first_who_they_are()
    {
        await using var visit = await chromium.VisitAsync();
        await AuthenticatorAsync(visit);
        await visit.SignInAsync("user06@acme.test");
        // This session alone: the clock is everybody's, and what providers sign names the time.
        await chromium.Site.ExecuteAsync(
            """
            update access.sessions set authenticated_at = authenticated_at - interval '11 minutes'
            where user_id = (select id from users.users where email = 'user06@acme.test')
            """);
        await visit.FillAsync(("Name of the passkey", "Laptop"));
        await visit.PressAsync("Add a passkey");

        await visit.SeesAsync("Confirm that it is still you");
        await visit.FillAsync(("Password", "wrong"));
        await visit.PressAsync("Confirm");
        await visit.HearsAsync(AriaRole.Alert, "Please correct");
        await visit.ShootAsync("reauthenticate-wrong");
        await visit.FillAsync(("Password", ApiFixture.Password));
        await visit.PressAsync("Confirm");

        await visit.SeesAsync("You are signed in");
        await visit.FillAsync(("Name of the passkey", "Laptop"));
        await visit.PressAsync("Add a passkey");
        await KeepCodesAsync(visit);
    }

    [Fact]
    public async Task Without_scripts_there_is_no_word_of_passkeys()
    {
        await using var visit = await chromium.VisitAsync(options => options.JavaScriptEnabled = false);

        await visit.SignInAsync("user07@acme.test");

        await visit.SeesAsync("You are signed in");
        await Assertions.Expect(visit.Page.GetByText("A passkey is kept")).Not.ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByLabel("Name of the passkey")).Not.ToBeVisibleAsync();
        await visit.Page.GotoAsync("/auth/signin");
        await Assertions.Expect(visit.Page.GetByText("Sign in with a passkey")).Not.ToBeVisibleAsync();
    }

    private static async Task AddAsync(Visit visit, string email)
    {
        await visit.SignInAsync(email);
        await visit.FillAsync(("Name of the passkey", "Laptop"));
        await visit.PressAsync("Add a passkey");
        await KeepCodesAsync(visit);
    }

    // The first factor comes with ten codes, before the page goes on.
    private static async Task KeepCodesAsync(Visit visit)
    {
        await Assertions.Expect(visit.Page.Locator("[data-passkey-codes] li")).ToHaveCountAsync(10);
        await visit.ShootAsync("passkey-recovery-codes");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "I have kept them" }).ClickAsync();
        await visit.HearsAsync(AriaRole.Status, "Your passkey is ready.");
    }

    private static async Task AuthenticatorAsync(Visit visit)
    {
        var tools = await visit.ToolsAsync();
        await tools.SendAsync("WebAuthn.enable");
        await tools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
