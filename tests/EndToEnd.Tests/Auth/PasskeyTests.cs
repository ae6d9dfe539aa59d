namespace CleanApi.EndToEnd.Tests.Auth;

/// <summary>With the authenticator that Chromium makes up for tests: WebAuthn as browsers really speak it.</summary>
public sealed class PasskeyTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_passkey_is_added_and_signs_in_without_a_password()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.PasskeyDeviceAsync();
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
        await visit.PasskeyDeviceAsync();
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
        await visit.PasskeyDeviceAsync();
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

    [Fact]
    public async Task A_passkey_without_a_name_is_not_made_and_the_field_says_why()
    {
        await using var visit = await chromium.VisitAsync();
        var device = await visit.PasskeyDeviceAsync();
        await visit.SignInAsync(await chromium.Site.PersonAsync("nameless@acme.test"));
        var name = visit.Page.GetByLabel("Name of the passkey");
        foreach (var (wrong, text) in new[] { (" ", "Name is required"), (new string('n', 101), "Must have 1 to 100 characters") })
        {
            await name.FillAsync(wrong);
            await visit.PressAsync("Add a passkey");
            await Assertions.Expect(name).ToBeFocusedAsync();
            await Assertions.Expect(name).ToHaveAttributeAsync("aria-invalid", "true");
            await Assertions.Expect(name).ToHaveAccessibleDescriptionAsync(text);
            (await device.CountAsync()).Should().Be(0);
        }

        await visit.InspectAsync("passkey-name-wrong");
        await name.FillAsync("Laptop");
        await visit.PressAsync("Add a passkey");
        await KeepCodesAsync(visit);
        (await device.CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task The_field_for_the_address_offers_the_passkey()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.PasskeyDeviceAsync(isOffered: true);
        await AddAsync(visit, await chromium.Site.PersonAsync("conditional@acme.test"));
        await visit.Page.Context.ClearCookiesAsync();

        // Chromium's made-up authenticator chooses the passkey as soon as it is offered.
        await visit.Page.GotoAsync("/auth/signin?returnUrl=/docs/errors");

        await visit.SeesAsync("Errors");
        (await visit.CookiesAsync()).Should().ContainKey("access_token");
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
        await Assertions.Expect(visit.Page.Locator(".codes li")).ToHaveCountAsync(10);
        await visit.Page.GetByLabel("I have saved them").CheckAsync();
        await visit.PressAsync("Continue");
        await visit.HearsAsync(AriaRole.Status, "Your passkey is ready.");
    }
}
