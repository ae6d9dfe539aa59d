namespace CleanApi.EndToEnd.Tests.Auth;

/// <summary>The states of the pages that somebody has to get into: each looked at like the pages that have an address.</summary>
public sealed class StatesTests(Chromium chromium) : IClassFixture<Chromium>
{
    private Site Site => chromium.Site;

    [Fact]
    public async Task Signing_in()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.SignInAsync("nobody", "x");
        await visit.InspectAsync("signin-field-wrong");
        for (var i = 0; i < 6; i++)
        {
            await visit.SignInAsync("guessed@acme.test", "wrong");
            if (i == 0)
            {
                await visit.HearsAsync(AriaRole.Alert, "Invalid email or password.");
                await visit.InspectAsync("signin-wrong");
            }
        }

        await visit.HearsAsync(AriaRole.Alert, "Wait");
        await visit.InspectAsync("signin-wait");
    }

    [Fact]
    public async Task Signed_in_with_several_organizations()
    {
        const string email = "several@acme.test";
        await Site.FoundAsync("Several & Partners", email);
        await Site.InviteAsync(email);
        using var client = Site.CreateClient(await Site.SignInAsync(email));
        var id = (await client.JsonAsync("/api/v1/me/invitations")).Text("data.0.id");
        using var accepted = await client.PostJsonAsync($"/api/v1/me/invitations/{id}/accept", new { });
        accepted.IsSuccessStatusCode.Should().BeTrue();
        await using var visit = await chromium.VisitAsync();

        await visit.SignInAsync(email);
        await visit.SeesAsync("You are signed in");
        await visit.InspectAsync("signed-in-organizations");
        await visit.Page.GotoAsync("/auth/signin");
        await visit.InspectAsync("signin-continue");
        await visit.Page.GotoAsync("/auth/signed-in?notice=organization-unavailable");
        await visit.InspectAsync("signed-in-warning");
    }

    [Fact]
    public async Task The_second_factor_and_a_fresh_proof()
    {
        var email = await Site.PersonAsync("states@acme.test");
        var (app, _) = await Site.EnrolAsync(email);
        await using var visit = await chromium.VisitAsync();
        await visit.SignInAsync(email);
        await visit.SeesAsync("Confirm that it is you");
        await visit.InspectAsync("second-factor");
        await visit.FillAsync(("Code", app.WrongCode()));
        await visit.PressAsync("Confirm");
        await visit.HearsAsync(AriaRole.Alert, "4 more times");
        await visit.InspectAsync("second-factor-wrong");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Use a recovery code instead" }).ClickAsync();
        await visit.InspectAsync("second-factor-recovery");
        await visit.FillAsync(("Recovery code", "aaaa-aaaa-aaaa-aaaa"));
        await visit.PressAsync("Confirm");
        await visit.HearsAsync(AriaRole.Alert, "3 more times");
        await visit.InspectAsync("second-factor-recovery-wrong");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Use your authenticator app instead" }).ClickAsync();
        await visit.FillAsync(("Code", app.Code(1)));
        await visit.PressAsync("Confirm");
        await visit.SeesAsync("You are signed in");

        await visit.Page.GotoAsync("/auth/reauthenticate");
        await visit.InspectAsync("reauthenticate");
        await visit.FillAsync(("Code", app.WrongCode()));
        await visit.PressAsync("Confirm");
        await visit.HearsAsync(AriaRole.Alert, "Please correct");
        await visit.InspectAsync("reauthenticate-wrong");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Use a recovery code instead" }).ClickAsync();
        await visit.InspectAsync("reauthenticate-recovery");
    }

    [Fact]
    public async Task Only_a_passkey_is_the_second_factor()
    {
        var email = await Site.PersonAsync("passkey-only@acme.test");
        await using var visit = await chromium.VisitAsync();
        await visit.PasskeyDeviceAsync();
        await visit.SignInAsync(email);
        await visit.PressAsync("Add a passkey");
        await visit.Page.GetByLabel("I have saved them").CheckAsync();
        await visit.PressAsync("Continue");
        await visit.HearsAsync(AriaRole.Status, "Your passkey is ready.");
        await visit.InspectAsync("signed-in-passkey-added");

        await using var other = await chromium.VisitAsync();
        await other.SignInAsync(email);
        await other.SeesAsync("Confirm that it is you");
        await other.InspectAsync("second-factor-passkey");
        await using var without = await chromium.VisitAsync(options => options.JavaScriptEnabled = false);
        await without.SignInAsync(email);
        await Assertions.Expect(without.Page.Locator("noscript p")).ToBeVisibleAsync();
        await without.ShootAsync("second-factor-passkey-without-scripts");
    }

    [Fact]
    public async Task Links_of_mails()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.Page.GotoAsync(await Site.RegisterAsync("An organization whose name is rather long, as those of universities and ministries are", "long@states.test"));
        await visit.InspectAsync("verify-email");
        await visit.FillAsync(("Password", "password"));
        await visit.PressAsync("Verify my address");
        await Assertions.Expect(visit.Page.GetByLabel("Password", new() { Exact = true })).ToBeFocusedAsync();
        await visit.InspectAsync("verify-email-wrong");

        await visit.Page.GotoAsync("/auth/forgot-password");
        await visit.FillAsync(("Email", await Site.PersonAsync("forgot@states.test")));
        await visit.PressAsync("Send the link");
        await visit.Page.GotoAsync((await Site.MailAsync("forgot@states.test", "Set another password")).Link!);
        await visit.InspectAsync("reset-password");
        await visit.FillAsync(("New password", "password"));
        await visit.PressAsync("Set the password");
        await visit.HearsAsync(AriaRole.Alert, "Please correct");
        await visit.InspectAsync("reset-password-wrong");
    }

    [Fact]
    public async Task Invitations()
    {
        var link = await Site.InviteAsync("new@states.test");
        await using var visit = await chromium.VisitAsync();
        await visit.Page.GotoAsync(link);
        await visit.InspectAsync("invitation");
        await visit.PressAsync("Join");
        await visit.HearsAsync(AriaRole.Alert, "Please correct");
        await visit.InspectAsync("invitation-wrong");

        await Site.FoundAsync("States Ltd", "elsewhere@states.test");
        var known = await Site.InviteAsync("elsewhere@states.test");
        await visit.Page.GotoAsync(known);
        await visit.InspectAsync("invitation-account");
        await visit.SignInAsync("elsewhere@states.test");
        await visit.SeesAsync("You are signed in");
        await visit.Page.GotoAsync(link);
        await visit.InspectAsync("invitation-other-account");
        await visit.Page.GotoAsync(known);
        await visit.InspectAsync("invitation-signed-in");
        await visit.PressAsync("Join");
        await visit.HearsAsync(AriaRole.Status, "Welcome!");
        await visit.InspectAsync("invitation-joined");
    }

    [Fact]
    public async Task A_first_sign_in_with_a_provider_where_one_is_invited()
    {
        await Site.InviteAsync("join@partner.test");
        await using var visit = await chromium.VisitAsync();
        await visit.Page.GotoAsync("/auth/signin");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Continue with Partner" }).ClickAsync();
        await visit.FillAsync(("E-mail", "join@partner.test"));
        await visit.PressAsync("Sign in");

        await visit.SeesAsync("Choose your organization");
        await visit.InspectAsync("join");
    }
}
