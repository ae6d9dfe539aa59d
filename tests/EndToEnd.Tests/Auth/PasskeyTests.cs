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
    public async Task What_went_wrong_is_announced_and_the_button_can_be_pressed_again()
    {
        await using var visit = await chromium.VisitAsync();
        await AuthenticatorAsync(visit);
        await visit.SignInAsync("user06@acme.test");

        await visit.FillAsync(("Name of the passkey", "Laptop"), ("Current password", "wrong"));
        await visit.PressAsync("Add a passkey");

        await visit.HearsAsync(AriaRole.Alert, "password");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" })).ToBeEnabledAsync();
        await visit.ShootAsync("passkey-wrong");
    }

    [Fact]
    public async Task Without_scripts_there_is_no_word_of_passkeys()
    {
        await using var visit = await chromium.VisitAsync(options => options.JavaScriptEnabled = false);

        await visit.SignInAsync("user07@acme.test");

        await visit.SeesAsync("You are signed in");
        await Assertions.Expect(visit.Page.GetByText("A passkey is kept")).Not.ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByLabel("Current password")).Not.ToBeVisibleAsync();
        await visit.Page.GotoAsync("/auth/signin");
        await Assertions.Expect(visit.Page.GetByText("Sign in with a passkey")).Not.ToBeVisibleAsync();
    }

    private static async Task AddAsync(Visit visit, string email)
    {
        await visit.SignInAsync(email);
        await visit.FillAsync(("Name of the passkey", "Laptop"), ("Current password", ApiFixture.Password));
        await visit.PressAsync("Add a passkey");
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
